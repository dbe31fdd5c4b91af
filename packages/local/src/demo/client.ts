/** What a request was answered. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** A member's browser, as far as the API sees one: it keeps the session's cookie. */
export interface ApiClient {
  /** Asks and expects success; an error answer throws with its code and message. */
  ask<Body>(method: string, path: string, body?: unknown): Promise<Body>;
  /** Asks and gives whatever is answered. */
  try<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
}

/** A client of the API at `url`, not signed in. */
export function apiClient(url: string, language = "uk"): ApiClient {
  let cookie = "";
  const attempt = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> => {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        accept: "application/json",
        "accept-language": language,
        ...(method !== "GET" && { "x-dopys-request": "1" }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().find((each) => each.includes("dopys_session="));
    if (set) cookie = set.split(";")[0] ?? "";
    const text = await response.text();
    const location = response.headers.get("location");
    return { status: response.status, body: (location ? { location } : parse(text)) as Body };
  };
  return {
    try: attempt,
    ask: async <Body>(method: string, path: string, body?: unknown) => {
      const answer = await attempt<Body>(method, path, body);
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Signs a client in by the link that the operator or a mail gives. */
export async function signIn(client: ApiClient, link: string): Promise<void> {
  const token = new URL(link).searchParams.get("token");
  await client.ask("POST", "/api/sign-in/consume", { token });
}
