import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "./classify.ts";

const sentimentOf = (text: string): string => classify(text).sentiment;

describe("feels", () => {
  it.each([
    ["negative", "жахливо", "дорого", "Ужасное обслуживание", "terrible", "Кава холодна, бариста нахамив", "👎"],
    ["positive", "недорого", "Дуже смачно!", "Очень вкусно, спасибо", "Loved it", "🔥🔥🔥", "❤️"],
    [
      "neutral",
      "Ми з Одеси",
      "We sat by the window",
      "We were there yesterday with colleagues",
      "Замовлення отримала сьогодні",
      "Мы из Киева",
      "ок",
    ],
  ])("%s words", (wanted, ...texts) => {
    for (const text of texts) expect(sentimentOf(text), text).toBe(wanted);
  });

  it.each([
    [
      "negative",
      "не смачно",
      "Зовсім не зручно",
      "Not good at all",
      "Не скажу, що смачно",
      "I don't think it is worth it",
    ],
    ["negative", "Ніколи не відповідають", "никто не отвечает", "The door doesn't close", "ЇЇ двері не зачиняються"],
    [
      "positive",
      "не погано",
      "Not bad at all",
      "Жодного разу не розчарувалась",
      "Ни разу не пожалели",
      "No complaints",
    ],
    ["positive", "Не без дрібних глюків, але загалом найкраще", "Не болить", "It never disappoints", "без проблем"],
  ])("what a denial leaves of them: %s", (wanted, ...texts) => {
    for (const text of texts) expect(sentimentOf(text), text).toBe(wanted);
  });

  it.each([
    ["negative", "Смачно, але обслуговування жахливе", "The food was great, but the waiter was rude"],
    ["positive", "Довго чекали, зате торт просто чудовий", "The waiting was long, but the cake was amazing"],
    ["negative", "Food was lovely but the walls let you hear everything", "Красиво, но после стирки тряпка"],
    ["positive", "Although it was slow, the food was excellent", "Хоча й дорого, але смачно"],
  ])("what outweighs after a contrast: %s", (wanted, ...texts) => {
    for (const text of texts) expect(sentimentOf(text), text).toBe(wanted);
  });

  it.each([
    "Дуже дякую за волосину в супі 👏",
    "Thanks for the cold food, great job ruining my birthday",
    'Запакували так "надійно", що все розбите',
    "Спасибо за испорченный вечер",
  ])("sarcasm that is safe to read: %s", (text) => {
    expect(sentimentOf(text)).toBe("negative");
  });

  it("a trouble put right as positive", () => {
    expect(sentimentOf("Спочатку переплутали, але одразу вибачились і замінили")).toBe("positive");
    expect(sentimentOf("Reported a bug, they fixed it in five minutes")).toBe("positive");
    expect(sentimentOf("Сломалось, но мастер всё починил")).toBe("positive");
  });

  it("no word of a question as an answer, but a reproach in it", () => {
    expect(sentimentOf("Чи боляче це?")).toBe("neutral");
    expect(sentimentOf("Is it good for dry skin?")).toBe("neutral");
    expect(sentimentOf("Де моє замовлення?!")).toBe("negative");
  });

  it("no praise in a quality that somebody asks about, but in one that is told before the question", () => {
    const asked = ["Is the terrace dog friendly?", "Тканина приємна до тіла?", "Застосунок працює без інтернету?"];
    for (const text of asked) expect([text, sentimentOf(text)]).toEqual([text, "neutral"]);
    const told = ["That cake looks unreal, can I order one for the 20th?", "Is the terrace dog friendly? Love it here"];
    for (const text of told) expect([text, sentimentOf(text)]).toEqual([text, "positive"]);
  });

  it("smiles and frowns written with brackets, and none in a bracketed aside", () => {
    expect(sentimentOf("були вчора))")).toBe("positive");
    expect(sentimentOf("ну от((")).toBe("negative");
    expect(sentimentOf("Ми з Одеси (були вчора)")).toBe("neutral");
  });

  it("more by emphasis, less by diminishing", () => {
    expect(classify("дуже смачно").score).toBeGreaterThan(classify("смачно").score);
    expect(classify("смаааачно").score).toBeGreaterThan(classify("смачно").score);
    expect(classify("a bit slow").score).toBeGreaterThan(classify("slow").score);
  });

  it("a rating beside the text or in it", () => {
    expect(classify("Були вчора", { rating: 1 }).sentiment).toBe("negative");
    expect(classify("Були вчора", { rating: 3 }).sentiment).toBe("neutral");
    expect(classify("Були вчора", { rating: 5 }).sentiment).toBe("positive");
    expect(classify("Смачно, але довго", { rating: 2 }).sentiment).toBe("negative");
    expect(sentimentOf("5 зірок")).toBe("positive");
    expect(sentimentOf("★★★★★")).toBe("positive");
    expect(sentimentOf("1/5")).toBe("negative");
    expect(sentimentOf("10 out of 10")).toBe("positive");
  });
});

describe("understands what is meant", () => {
  it.each([
    [
      "negative",
      "Нічого не працює. Браво",
      "Супер, знову нічого не працює",
      "Still no refund. Brilliant!",
      "Геніально: кнопка видаляє чернетку 🙃",
    ],
    [
      "negative",
      "Ну дякую, що зіпсували вечір",
      "Lovely way to lose a customer",
      "Great place if you enjoy being ignored",
    ],
    ["positive", "Супер! Усе смачно", "Great! Everything works", "Чоловік сказав «вау»"],
  ])("applause beside a trouble, and applause: %s", (wanted, ...texts) => {
    for (const text of texts) expect(sentimentOf(text), text).toBe(wanted);
  });

  it.each(["A dark mode would be great", "Було б зручно мати темну тему", "Было бы удобно добавить календарь"])(
    "a wish as no praise: %s",
    (text) => expect(classify(text)).toMatchObject({ sentiment: "neutral", intent: "other" }),
  );

  it("praise of what was as none of what is", () => {
    expect(sentimentOf("Колись тут було смачно")).not.toBe("positive");
    expect(sentimentOf("Used to be lovely")).not.toBe("positive");
  });

  it.each([
    ["negative", "Дякую, але більше не прийду", "Спасибо, но больше не приду", "Верніть гроші"],
    ["neutral", "Дякую, сьогодні не прийду", "Дякую, прийду завтра", "Нормально", "Все нормально"],
    ["neutral", "Чи є місця на майстер-клас?", "Есть места на мастер-класс?"],
    ["positive", "Майстер-клас супер", "Майстер класний"],
  ])("thanks, consents and words within words for what they are: %s", (wanted, ...texts) => {
    for (const text of texts) expect(sentimentOf(text), text).toBe(wanted);
  });

  it("too much of anything as displeasure, also without a word of feeling", () => {
    expect(sentimentOf("Too many clicks")).toBe("negative");
    expect(sentimentOf("Надто густий соус")).toBe("negative");
    expect(sentimentOf("Is it too far from the metro?")).toBe("neutral");
  });

  it("a long narration as a complaint, and neither an order's details nor news of the writer", () => {
    expect(classify("Came with a sticker from another shop under your sticker")).toMatchObject({
      sentiment: "negative",
      intent: "complaint",
      terms: [{ term: "came", weight: -0.7 }],
    });
    for (const text of [
      "Ми вже під'їжджаємо, відчиніть, будь ласка, ворота",
      "I'm using it on Firefox and a small laptop",
      "44 розмір, колір графіт, Дніпро, відділення 27",
      "Не зможу прийти завтра, перенесіть на наступний тиждень",
    ]) {
      expect(classify(text), text).toMatchObject({ sentiment: "neutral", intent: "other" });
    }
  });

  it("no trouble in a customer's own being late or on the way, and one in ours", () => {
    const own = [
      "Запізнюємось на 15 хвилин, не віддавайте столик",
      "Заберу замовлення за годину",
      "Опаздываем минут на пять, подождите нас",
      "Подъеду через час",
      "We're running fifteen minutes late, please hold our table",
      "Be there in half an hour",
      "Столик на п'ять осіб о сьомій",
    ];
    for (const text of own) expect([text, sentimentOf(text)]).toEqual([text, "neutral"]);
    const ours = [
      "Кур'єри завжди запізнюються",
      "Через вашу затримку я запізнююсь на поїзд",
      "Мастер опаздывает уже третий раз",
      "Your courier is running two hours late",
    ];
    for (const text of ours) expect([text, sentimentOf(text)]).toEqual([text, "negative"]);
    expect(sentimentOf("Все зробили за годину, на п'ять з плюсом")).toBe("positive");
  });

  it("what was said last, where feelings balance", () => {
    expect(sentimentOf("Смачно, брудно")).toBe("negative");
    expect(sentimentOf("Брудно, смачно")).toBe("positive");
  });

  it("no stem in another word", () => {
    for (const text of [
      "Dentist in Lviv",
      "жовта сукня, yellow",
      "22 червня",
      "у лютому",
      "м'ятний чай",
      "a rustic table",
    ]) {
      expect(sentimentOf(text), text).toBe("neutral");
    }
  });
});

describe("tells what is wanted", () => {
  it.each([
    [
      "buying-interest",
      "Скільки коштує?",
      "How much is it",
      "Сколько стоит?",
      "хочу записатись на завтра",
      "Яка краса 😍 яка ціна?",
    ],
    [
      "question",
      "До котрої працюєте?",
      "Where are you located",
      "А детское меню есть?",
      "Підкажіть адресу",
      "Чи є парковка?",
    ],
    [
      "complaint",
      "Не можу додзвонитись третій день",
      "My order never arrived",
      "Где мой заказ?",
      "App crashes all the time",
    ],
    ["praise", "Дякую, все сподобалось!", "Best croissants in town", "Золотые руки у мастера"],
    [
      "spam",
      "Заробіток від 500$ на день, пиши в дірект",
      "DM me to earn $500 daily",
      "Взаимная подписка, подпишусь сразу",
    ],
    ["other", "@olena глянь", "З днем народження!", "надіслала анкету", "Merry Christmas everyone"],
  ])("%s", (intent, ...texts) => {
    for (const text of texts) expect(classify(text).intent, text).toBe(intent);
  });

  it.each([
    [
      "buying-interest",
      "Do you have a private room for 15 people on Friday?",
      "Є щось вільне в суботу зранку на стрижку?",
    ],
    [
      "question",
      "Do you have high chairs?",
      "Do you have a kids menu?",
      "Ви сьогодні ввечері працюєте?",
      "Are you open on Saturday morning?",
    ],
    ["praise", "Support replied at 2am. Who does that?! Thank you!!"],
    ["complaint", "Нічого у вас більше не куплю"],
  ])("by what a question arranges or marvels at: %s", (intent, ...texts) => {
    for (const text of texts) expect(classify(text).intent, text).toBe(intent);
  });

  it("and spam as neutral, however enthusiastic", () => {
    expect(classify("Amazing! I earn $900 daily with crypto trading, DM me")).toMatchObject({
      intent: "spam",
      sentiment: "neutral",
      score: 0,
    });
  });

  it("apart from a customer who speaks of a link, of money, or of earning", () => {
    for (const text of ["За вашим посиланням нічого не відкривається", "I earned loyalty points and love it"]) {
      expect(classify(text).intent, text).not.toBe("spam");
    }
  });
});

describe("reads", () => {
  it.each([
    [
      "uk",
      "Щось смачненьке",
      "кава бомба",
      "duzhe smachno, dyakuyu",
      "Shcho po chomu? skilky koshtuye",
      "Замовила super сервіс",
    ],
    ["ru", "Не успеваю до шести, зайду завтра", "Хорошо, тогда жду звонка", "Буду через полчаса"],
    ["ru", "Всё понравилось", "качество никакое, пользоваться нельзя", "ochen vkusno, spasibo bolshoe"],
    ["en", "Lovely place", "wow just wow", "Great, дякую for the lovely evening"],
    ["unknown", "123 👍", "", "…"],
  ])("the language %s", (language, ...texts) => {
    for (const text of texts) expect(classify(text).language, text).toBe(language);
  });

  it.each([
    ["composed or not", "Їм ваші йогурти: чудові", "Їм ваші йогурти: чудові".normalize("NFD")],
    ["with any apostrophe", "П’ять зірок", "П'ять зірок", "Пʼять зірок"],
    ["in capitals", "ЖАХЛИВО", "жахливо"],
    ["with ё or е", "тёплый приём, всё отлично", "теплый прием, все отлично"],
    ["with signs nobody sees", "жах\u200bливо", "жах\u00adливо", "\ufeffжахливо"],
    ["in full width", "ｔｅｒｒｉｂｌｅ", "terrible"],
    ["with Latin letters that look Cyrillic", "жaхливо", "жахливо"],
    ["as a hashtag", "#жахливо", "жахливо"],
    ["with an apostrophe left out", "dont recommend", "don't recommend"],
  ])("the same %s", (_, ...texts) => {
    const scores = texts.map((text) => classify(text).score);
    expect(new Set(scores).size).toBe(1);
    expect(scores[0]).not.toBe(0);
  });

  it("no feeling in an address or a name that is called", () => {
    expect(sentimentOf("https://example.com/terrible-awful/love")).toBe("neutral");
    expect(sentimentOf("@best_love_ever")).toBe("neutral");
  });

  it("both languages of a mixed text", () => {
    expect(sentimentOf("Сервіс просто awesome")).toBe("positive");
    expect(sentimentOf("the borsch був жахливий")).toBe("negative");
  });
});

it("says which terms decided, and what each added", () => {
  const { terms, score } = classify("Жахливо, ніхто не відповідає 😡");
  expect(terms).toEqual(
    expect.arrayContaining([
      { term: "жахливо", weight: -3 },
      { term: "ніхто не", weight: -2 },
      { term: "😡", weight: -3 },
    ]),
  );
  expect(score).toBeLessThan(-0.8);
  expect(classify("How much is it?").terms).toContainEqual({ term: "how much is", weight: 0 });
});

describe("takes anything", () => {
  it("gives a valid answer, and the same one again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const answer = classify(text);
        expect(answer.score).toBeGreaterThanOrEqual(-1);
        expect(answer.score).toBeLessThanOrEqual(1);
        expect(classify(text)).toEqual(answer);
      }),
    );
  });

  /** ms, the best of five. */
  const timeOf = (text: string): number =>
    Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const began = performance.now();
        classify(text);
        return performance.now() - began;
      }),
    );

  it.each([
    ["a letter", "a"],
    ["dots", "a."],
    ["denials", "не "],
    ["brackets", "("],
    ["quotes", '" '],
    ["emoji", "🙂"],
    ["mentions", "@a"],
    ["apostrophes", "a'"],
    ["accents", "e\u0301\u0301"],
    ["begun phrases", "більше не "],
    ["gaps", "вже 3 "],
    ["ligatures that unfold", "\ufdfa"],
    ["half characters", "\ud83d"],
  ])("in a time that grows with the length at most, then not at all: %s", (_, unit) => {
    const long = unit.repeat(100_000 / unit.length);
    // What lies behind the first 10,000 characters isn't read, so a tenth costs about the same; a square law would be 4 s.
    expect(timeOf(long)).toBeLessThan(250);
  });
});
