import { testTranscripts } from '../../kit/transcript.ts';

testTranscripts(import.meta.dirname);
