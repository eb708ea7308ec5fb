ALTER TABLE "welfare_checks" DROP CONSTRAINT "welfare_checks_state_check";
ALTER TABLE "welfare_checks" ADD CONSTRAINT "welfare_checks_state_check" CHECK ("state" IN ('open', 'well', 'unwell'));