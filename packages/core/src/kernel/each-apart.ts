/**
 * Does several jobs, one after another, each whatever became of those before it; throws what failed after all were tried.
 * Answers what each of them did.
 */
export async function eachApart<Answer>(
  jobs: Readonly<Record<string, () => Promise<Answer>>>,
): Promise<Readonly<Record<string, Answer>>> {
  const answers: Record<string, Answer> = {};
  const failures: unknown[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    try {
      answers[name] = await job();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of several jobs failed`);
  return answers;
}
