import type { TextLanguage } from "./model.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Phrases between bars; `_` at the end says that the word ends there. */
const list = (text: string): readonly string[] =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim().replace(/_$/, " "))
    .filter((phrase) => phrase !== "");

/** Words that turn the meaning of what follows within three words. */
export const negators = words(`
не ні без жодної жодний немає нема навряд ніколи нет без нет никогда
not no never without hardly barely isn't wasn't aren't weren't don't doesn't didn't can't cannot won't wouldn't
couldn't shouldn't haven't hasn't hadn't ain't nor neither
`);

/** Words that strengthen the next feeling by half. */
export const intensifiers = words(`
дуже надзвичайно вкрай страшенно занадто надто просто справді неймовірно абсолютно зовсім повний повна найбільш
очень слишком крайне просто совсем абсолютно
very so really extremely absolutely totally too incredibly super completely truly such utterly
`);

/** Words that halve the next feeling. */
export const diminishers = words(`
трохи трішки дещо майже ніби наче немного чуть почти slightly somewhat bit little almost fairly rather
`);

/** After these the rest of the sentence weighs more than what stood before. */
export const turns = words("але однак проте зате но однако but however although though yet");

/** Words that a language uses and the others do not. */
export const functionWords: Readonly<Record<Exclude<TextLanguage, "unknown">, ReadonlySet<string>>> = {
  uk: words(`
що як це та чи ви ми вас нас вам нам мене мені його її їх цей ця було була були буде є немає дуже тільки також щоб якщо коли
де хто чому скільки можна треба добрий день дякую будь ласка вже ще навіть або але від до для про через після привіт доброго
вечора замовлення тут сьогодні вчора завтра найкращий гарно класно працює добре люблю кава у з із зі б й
`),
  ru: words(`
что как это и вы мы вас нас вам меня мне его ее их этот эта было была были будет есть нет очень только также чтобы если
когда где кто почему сколько можно надо нужно добрый день спасибо пожалуйста уже еще даже или но от для про через после привет
здравствуйте заказ здесь тут сегодня вчера завтра хорошо лучший работает с со вообще всем всё
`),
  en: words(`
the a an is are was were be been am i you he she it we they my your our their this that and or but not to of in on at for
with from have has had do does did what when where how why who can could will would please thanks thank very
`),
};

/** First words and set phrases of a question that comes without its mark. */
export const questionStarts: readonly string[] = list(`
чи_ | як_ | скільки_ | коли_ | де_ | куди_ | хто_ | що_ | чому_ | який_ | яка_ | яке_ | які_ | підкаж | скажіть |
а чи_ | а є_ | можна_ | цікавить чи | как_ | сколько_ | когда_ | где_ | подскаж | скажите | почему_ | какой_ |
есть ли | what_ | when_ | where_ | how_ | why_ | who_ | which_ | do you_ | does_ | can i_ | can you_ |
could you_ | is there_ | are there_ | are you_ | is it_ | will you_ | would you_ | may i_ | hi, do you
`);

/** What people write who would like to buy, book or order. */
export const buyingPhrases: readonly string[] = list(`
скільки кошту | яка ціна | ціна? | ціну | яка вартість | вартість | прайс | хочу замов | хотів би замов |
хотіла б замов | хочемо замов | можна замов | як замов | замовити | хочу куп | де купити | можна купити |
як купити | придбати | купити | в наявності | є в наявн | забронюва | бронюва | записатис | запис на |
хочу запис | передзамов | оформити замов | цікавить ціна | почім | скинете ціну | сколько стоит | какая цена |
хочу заказ | как заказать | заказать | где купить | купить | в наличии | заброниров | записаться | how much |
what's the price | what is the price | price? | price list | price of | the price for | cost of | does it cost |
want to buy | want to order | like to buy | like to order | like to book | want to book | can i order |
can i buy | can i book | how do i order | how to order | where can i buy | where can i get | in stock |
book a table | make a reservation | reserve a | place an order | interested in buying | get a quote |
a quote for | sign up for | still available | buy this | order one | free trial | subscribe to
`);

/** Traces of unasked advertising; two of them, or one with a link, make spam. */
export const spamPhrases: readonly string[] = list(`
заробіток | заробля | пасивн | дохід від | казино | ставки на | крипт | біткоїн | інвестиц | швидкі гроші |
кредит без | позика | підпишись | підписуйтесь | взаємн | пиши в дірект | пишіть в телеграм | у приватні |
накрутк | розкрутк | просування сторін | заработок | заработа | доход от | раскрутк | подпиш | пиши в директ |
make money | earn money | earn $ | passive income | work from home | casino | crypto | bitcoin | forex | invest |
followers | buy likes | dm me | check my profile | check out my | click here | click the link | limited offer |
whatsapp me | whatsapp + | telegram @ | promo code | 100% guaranteed | loan | viagra | seo services |
grow your page | collab | sugar daddy
`);
