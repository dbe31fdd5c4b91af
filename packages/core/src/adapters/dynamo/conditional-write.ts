import { isConditionFailure } from "./client.ts";

/** Whether a conditional write happened: false when its condition did not hold. */
export async function happens(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
