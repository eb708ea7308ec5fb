-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "file" TEXT;
