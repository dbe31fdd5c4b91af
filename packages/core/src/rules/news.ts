/**
 * Rules are for news: what was written longer ago they leave alone, also when it is learned of only now (a channel that
 * was just connected brings a month of comments).
 */
export const newsMs = 48 * 3_600_000;
