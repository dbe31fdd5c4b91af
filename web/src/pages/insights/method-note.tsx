/** What figures rest on in plain words, with the method for those who ask folded behind it. */
export function MethodNote({
  plain,
  title,
  method,
}: {
  readonly plain: string;
  readonly title: string;
  readonly method: string;
}) {
  return (
    <div class="small aside section-body">
      <p>{plain}</p>
      <details>
        <summary>{title}</summary>
        <p>{method}</p>
      </details>
    </div>
  );
}
