import type { EngineAnswer } from "./engine.ts";

/** Errors the gateway answers itself, before any engine sees the call. */
export type RefusalCode =
  | "AccessDenied"
  | "SignatureDoesNotMatch"
  | "InvalidAccessKeyId"
  | "MissingAuthenticationToken"
  | "UnknownOperation"
  | "RequestEntityTooLarge";

const jsonNames: Record<RefusalCode, string> = {
  AccessDenied: "AccessDeniedException",
  SignatureDoesNotMatch: "InvalidSignatureException",
  InvalidAccessKeyId: "UnrecognizedClientException",
  MissingAuthenticationToken: "MissingAuthenticationTokenException",
  UnknownOperation: "UnknownOperationException",
  RequestEntityTooLarge: "RequestEntityTooLargeException",
};

const statuses: Partial<Record<RefusalCode, number>> = { UnknownOperation: 400, RequestEntityTooLarge: 413 };

/** An error in the shape the service's SDK expects, so that a function sees the same error class as in AWS. */
export function refuse(service: string, code: RefusalCode, message: string): EngineAnswer {
  if (service === "s3" || service === "") {
    return {
      status: statuses[code] ?? 403,
      headers: { "content-type": "application/xml" },
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
    };
  }
  if (service === "ses") {
    return {
      status: statuses[code] ?? 403,
      headers: { "content-type": "application/json", "x-amzn-errortype": jsonNames[code] },
      body: JSON.stringify({ message }),
    };
  }
  const type = service === "dynamodb" ? `com.amazon.coral.service#${jsonNames[code]}` : jsonNames[code];
  return {
    status: service === "sqs" && code === "AccessDenied" ? 403 : 400,
    headers: {
      "content-type":
        service === "ssm" || service === "events" ? "application/x-amz-json-1.1" : "application/x-amz-json-1.0",
      ...(service === "sqs" ? { "x-amzn-query-error": `${code};Sender` } : {}),
    },
    body: JSON.stringify({ __type: type, message, Message: message }),
  };
}

function escapeXml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
