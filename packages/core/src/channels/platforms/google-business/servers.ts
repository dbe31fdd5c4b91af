/** Google's servers for business profiles; a channel may carry others. */
export const defaultEndpoints = {
  consent: "https://accounts.google.com",
  oauth: "https://oauth2.googleapis.com",
  accounts: "https://mybusinessaccountmanagement.googleapis.com",
  information: "https://mybusinessbusinessinformation.googleapis.com",
  business: "https://mybusiness.googleapis.com",
  performance: "https://businessprofileperformance.googleapis.com",
  notifications: "https://mybusinessnotifications.googleapis.com",
  certificates: "https://www.googleapis.com",
} as const;

/** Who signs the tokens of pushed messages, and where the keys are. Source: "Authenticate push subscriptions". */
export const tokenIssuers = ["https://accounts.google.com", "accounts.google.com"];
export const certificatesPath = "/oauth2/v3/certs";
