/** What a platform sends at most in one go: 1,000 comments of `length` letters, each letter beyond ASCII escaped. */
export function thousandComments(length: number): string {
  const words = "кава чай коли чому скільки дякую замовлення доставка сьогодні завтра ваша наша дуже смачно".split(" ");
  let state = 7;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const word = () => `${words[random() % words.length]}${random() % 7 === 0 ? random() % 97 : ""}`;
  const entry = Array.from({ length: 1000 }, (_, i) => {
    let message = "";
    while (message.length < length) message += `${word()} `;
    return {
      id: "1",
      time: i,
      changes: [{ field: "feed", value: { item: "comment", comment_id: `1_${i}`, message } }],
    };
  });
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify({ object: "page", entry }).replace(/[^ -~]/g, escaped);
}
