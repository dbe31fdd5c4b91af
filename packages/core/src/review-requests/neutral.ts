/** Why a text does not ask everybody alike. */
export type Bias = "selective" | "praise" | "reward";

/**
 * Wordings in Ukrainian, English and Russian that ask only the happy ones or send the unhappy ones elsewhere, that ask
 * for praise, or that pay for it. Platforms forbid all three: Google, "Prohibited and restricted content" (fake
 * engagement, rating manipulation); Meta, "Community feedback policy".
 */
const patterns: Readonly<Record<Bias, readonly RegExp[]>> = {
  selective: [
    /(якщо|коли) (вам|ви|тобі|ти)[^.!?\n]{0,40}(сподобал|задоволен|щаслив|вдоволен)\p{L}*/u,
    /(если|когда) (вам|вы|тебе|ты)[^.!?\n]{0,40}(понравил|довол|счастлив)\p{L}*/u,
    /if (you|your)[^.!?\n]{0,40}\b(happy|satisfied|pleased|liked?|enjoy(ed)?|loved?|great|delighted)\b/u,
    /(тільки|лише) (задоволен|щаслив)\p{L}*/u,
    /\b(happy|satisfied) (customers?|clients?|guests?)/u,
    /(не ?задоволен|не сподобал|щось не так|недовол|не понравил)\p{L}*[^.!?\n]{0,60}(напишіть|зверніться|зателефонуйте|напишите|обратитесь|позвоните)/u,
    /\b(unhappy|dissatisfied|not (happy|satisfied)|did(n't| not) (like|enjoy))\b[^.!?\n]{0,60}\b(write to|contact|call|tell) us\b/u,
  ],
  praise: [
    /(5|п['’ʼ]ят\p{L}*|five|пять|пяти)[\s-]*(зір|зіро|star|зв[её]зд)\p{L}*/u,
    /\b5 ?(\/|з|із|of|out of|из) ?5(?!\p{N})/u,
    /(⭐\uFE0F?|★){3,}/u,
    /(гарн|хорош|добр|позитивн|найкращ|схвальн|приємн|положительн|отличн)\p{L}* (відгук|оцінк|рейтинг|отзыв|оценк)\p{L}*/u,
    /\b(good|positive|great|nice|favou?rable|best|top|excellent|glowing) (reviews?|ratings?|feedback)\b/u,
  ],
  reward: [
    /(знижк|знижо|подарун|бонус|промокод|кешбек|винагород|розіграш|скидк|скидо|подар[ои]к|подарк|вознагражд|розыгрыш)\p{L}*/u,
    /\b(discounts?|gifts?|bonus(es)?|promo ?codes?|coupons?|vouchers?|rewards?|cash ?back|prizes?|raffles?|giveaways?)\b/u,
    /\bfor free\b|\d ?% (off|знижки|скидки)/u,
  ],
};

export interface UnneutralWording {
  readonly bias: Bias;
  /** The words that decided it. */
  readonly words: string;
}

/** The first wording in a text that does not ask everybody alike; `undefined` for a neutral text. */
export function unneutralWording(text: string): UnneutralWording | undefined {
  const plain = text.toLocaleLowerCase("uk");
  for (const bias of Object.keys(patterns) as Bias[]) {
    for (const pattern of patterns[bias]) {
      const words = pattern.exec(plain)?.[0];
      if (words) return { bias, words };
    }
  }
  return undefined;
}
