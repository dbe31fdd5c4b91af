/**
 * Why a platform refused or failed, classified by the platform's codes and never by words in a message.
 * `code` and `message` are the platform's own, kept for the operator's log; people are told `cause` and `cure` in words
 * of ours, found in the i18n catalogues under the class (and, for invalid content, under the rule).
 */
export type ConnectorError =
  | (Detail & {
      readonly class: "rate-limited" /** Epoch ms at which calls are welcome again. */;
      readonly resetAt: number;
    })
  | (Detail & { readonly class: "auth-expired" })
  | (Detail & { readonly class: "permission" })
  | (Detail & {
      readonly class: "invalid-content" /** i18n key of the rule, such as `link-refused`. */;
      readonly rule: string;
    })
  | (Detail & { readonly class: "not-found" })
  | (Detail & { readonly class: "duplicate" })
  | (Detail & { readonly class: "blocked" })
  | (Detail & { readonly class: "transient" })
  | (Detail & { readonly class: "unknown" });

interface Detail {
  /** The platform's code, such as `190/463`, or ours for the transport, such as `timeout`. */
  readonly code: string;
  /** The platform's message, cut to 300 characters, without secrets. */
  readonly message: string;
}

export type ConnectorErrorClass = ConnectorError["class"];
