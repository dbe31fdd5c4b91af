import { describe, expect, it } from "vitest";
import { domainOf, isProduction, settingsFromEnvironment } from "./settings.ts";

describe("the operator's settings", () => {
  it("need no more than the address that mail comes from", () => {
    expect(settingsFromEnvironment({ DOPYS_MAIL_FROM: "reports@example.com" })).toEqual({
      mailFrom: "reports@example.com",
    });
  });

  it("take an empty variable for one that is not set", () => {
    const settings = settingsFromEnvironment({ DOPYS_MAIL_FROM: "reports@example.com", DOPYS_PUBLIC_URL: "" });
    expect(settings.publicUrl).toBeUndefined();
  });

  it("name every variable that is wrong at once", () => {
    const broken = { DOPYS_PUBLIC_URL: "dopys.example.com/path", DOPYS_ALARM_EMAIL: "nobody" };
    expect(() => settingsFromEnvironment(broken)).toThrow(
      /DOPYS_PUBLIC_URL[\s\S]*DOPYS_MAIL_FROM[\s\S]*DOPYS_ALARM_EMAIL/,
    );
  });

  it("ask for a certificate where CloudFront looks for it", () => {
    const wrongRegion = "arn:aws:acm:eu-central-1:123456789012:certificate/abc";
    expect(() =>
      settingsFromEnvironment({ DOPYS_MAIL_FROM: "reports@example.com", DOPYS_CERTIFICATE_ARN: wrongRegion }),
    ).toThrow(/DOPYS_CERTIFICATE_ARN/);
  });

  it("take the domain of the address for the identity that has to be verified", () => {
    expect(domainOf("reports@mail.example.com")).toBe("mail.example.com");
  });

  it("keep data in stages named production only", () => {
    expect([isProduction("production"), isProduction("prod"), isProduction("olena")]).toEqual([true, true, false]);
  });
});
