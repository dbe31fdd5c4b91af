/**
 * Several words that mean more together than one by one; stems again, judged like `lexicon.ts`. A phrase that is found
 * takes its words out of the count of single words.
 */
export const phraseWeights = `
не працю -2 | не прац -2 | не відповіда -2 | ніхто не -2 | не прийш -2 | не приїх -2 | не отрима -2 |
не привез -2 | не довез -2 | не дочека -2 | не надісла -2 | не поверну -2 | не повертає -2 | так і не -2 |
досі не -2 | досі чека -2 | не відкрива -2 | не запуска -2 | не завантаж -2 | не вдалося -1 | не можу зайти -2 |
не можу увійти -2 | не можу додзвон -2 | не доклал -2 | не поклал -2 | більше не прийд -3 | більше не замов -3 |
більше ніколи -3 | ніколи більше -3 | ноги моєї -3 | викинуті гроші -3 | гроші на вітер -3 | поверніть гроші -3 |
поверніть кошти -3 | не те замовлення -2 | не той розмір -2 | не варт -2 | нічого особлив -1 | очікував більш -2 |
очікувала більш -2 | могло бути краще -1 | кращого не 3 | краще не -1 | без проблем 2 | все сподобал 3 |
так тримати 3 | прийдемо ще 2 | прийду ще 2 | п'ять зірок 3 | 5 зірок 3 | одна зірка -3 | 1 зірка -3 |
не шкоду 2 | не пожалку 2 | не работа -2 | не отвеча -2 | никто не -2 | не приш -2 | не получил -2 |
до сих пор -2 | больше не прид -3 | не стоит -2 | верните деньги -3 | так держать 3 | не советую -3 |
not work -2 | doesn't work -3 | don't work -2 | didn't work -2 | stopped work -2 | no one -1 | still waiting -2 |
still haven't -2 | still no -2 | never arriv -3 | never came -3 | never again -3 | never come back -3 |
never order -3 | not coming back -3 | won't be back -3 | didn't arrive -2 | hasn't arriv -2 | not worth -3 |
money back -2 | can't log -2 | cannot log -2 | can't open -2 | stay away -3 | could be better -1 |
expected more -2 | nothing special -1 | no problem 2 | can't wait 2 | well done 3 | keep it up 3 | keep up 2 |
five stars 3 | 5 stars 3 | one star -3 | 1 star -3 | will be back 2 | come back again 2 | coming back 1 |
not bad 1 | can't complain 1 | too long -2 | an hour -1 | wrong order -2 | hung up -2 | out of order -2 |
top notch 3 | thumbs up 2 | made my day 3 | how cool 2
`;

/** Emoji by the feeling they carry, -3 to 3. */
export const emojiWeights = `
😡 -3 | 🤬 -3 | 😠 -3 | 👎 -3 | 🤮 -3 | 🤢 -3 | 💩 -3 | 😤 -2 | 😞 -2 | 😔 -2 | 😢 -2 | 😭 -1 | 😒 -2 | 🙁 -2 | ☹ -2 | 😕 -1 |
💔 -2 | 😩 -2 | 😖 -2 | 🤦 -1 | ❤ 3 | 💙 2 | 💛 2 | 💚 2 | 💜 2 | 🧡 2 | 😍 3 | 🥰 3 | 😘 2 | 😊 2 | 😀 2 | 😁 2 | 😃 2 | 😄 2 |
🙂 1 | 👍 2 | 👏 2 | 🔥 2 | 🎉 2 | 🙏 1 | 😋 2 | 🤩 3 | 💪 1 | ✨ 1 | 🌟 2 | ⭐ 1 | 💯 3 | 🥳 2 | 👌 2 | 🤗 2 | 💐 1 | 🌸 1 | 😎 1
`;
