/** Language, sentiment, intent, text. Written as people write under posts of restaurants, shops, services, software. */
export const labelled = `
uk|negative|complaint|Жахливе обслуговування, чекали годину на дві кави.
uk|negative|complaint|Кава холодна, а бариста ще й нахамив.
uk|negative|complaint|Замовлення так і не прийшло, на дзвінки не відповідаєте.
uk|negative|complaint|Дуже розчарована, більше не прийду.
uk|negative|complaint|Привезли не те замовлення і ще й пошкоджену упаковку.
uk|negative|complaint|Не рекомендую нікому, обман і шахрайство.
uk|negative|complaint|Несмачно, брудні столи, черга на пів години.
uk|negative|complaint|Ваш застосунок постійно зависає, користуватись неможливо.
uk|negative|complaint|Поверніть гроші, товар бракований!
uk|negative|complaint|Якість погіршилася, раніше було значно краще.
uk|negative|complaint|Ціни завищені, порції маленькі, за що стільки платити.
uk|negative|complaint|Не можу додзвонитися вже третій день 😡
uk|negative|complaint|Салат був несвіжий, потім нудило всю ніч.
uk|negative|complaint|Кур'єр запізнився на дві години, піца остигла.
uk|negative|complaint|Гірше кафе я ще не бачив.
uk|negative|complaint|Сайт не працює, оплата не проходить.
uk|negative|complaint|Адміністратор грубо відповіла, неприємно.
uk|negative|complaint|Знайшла волосся в супі 🤢
uk|negative|complaint|Обіцяли за два дні, чекаю вже тиждень, ніхто не відповідає.
uk|negative|complaint|Зіпсували мені весь день народження.
uk|negative|complaint|Чому мені досі не повернули кошти?
uk|negative|complaint|Це просто ганьба, а не сервіс.
uk|negative|complaint|Смачно, але обслуговування жахливе.
uk|negative|complaint|Дорого і несмачно.
uk|negative|complaint|👎👎👎
uk|positive|praise|Дуже смачна кава і привітний персонал!
uk|positive|praise|Найкращі круасани в місті, дякую!
uk|positive|praise|Все сподобалось, прийдемо ще.
uk|positive|praise|Чудова атмосфера, затишно й тепло.
uk|positive|praise|Дякую за швидку доставку, все ціле.
uk|positive|praise|Рекомендую, майстер справжній професіонал.
uk|positive|praise|Обожнюю ваші торти ❤️
uk|positive|praise|Непогано, ціни помірні.
uk|positive|praise|Супер, так тримати!
uk|positive|praise|Приємно здивована якістю, замовлятиму знову.
uk|positive|praise|Кращого сервісу не бачив, молодці.
uk|positive|praise|Зручний застосунок, усе інтуїтивно й швидко.
uk|positive|praise|Спасибі, проблему вирішили за п'ять хвилин.
uk|positive|praise|Неймовірно смачно, п'ять зірок!
uk|positive|praise|Красиво оформлено, дуже задоволені.
uk|positive|praise|🔥🔥🔥 топ
uk|positive|praise|Спочатку довго чекали, але торт просто чудовий!
uk|positive|praise|Без проблем обміняли розмір, дякую.
uk|neutral|question|Коли ви відкриваєтесь у неділю?
uk|neutral|question|Чи є у вас безлактозне молоко?
uk|neutral|question|Підкажіть адресу, будь ласка
uk|neutral|question|А можна з собакою?
uk|neutral|question|Де у вас можна припаркуватися?
uk|neutral|question|Скільки калорій у чізкейку?
uk|neutral|question|Доброго дня, до котрої години працює кухня?
uk|neutral|question|Чи доставляєте в Бровари?
uk|neutral|question|Як змінити пароль у кабінеті?
uk|neutral|question|Ви приймаєте картки?
uk|neutral|question|Який склад цієї суміші?
uk|neutral|question|Чи буде знижка на чорну п'ятницю?
uk|neutral|buying-interest|Скільки коштує великий лате?
uk|neutral|buying-interest|Хочу замовити торт на суботу.
uk|neutral|buying-interest|Яка ціна доставки по Києву?
uk|neutral|buying-interest|Можна забронювати столик на шістьох?
uk|neutral|buying-interest|Є в наявності 42 розмір?
uk|neutral|buying-interest|Хотіла б записатися на манікюр на завтра.
uk|neutral|buying-interest|Де купити ваші зерна?
uk|neutral|buying-interest|Ціна?
uk|neutral|other|Були тут учора з колегами.
uk|neutral|other|Олена, подивись
uk|neutral|other|Ми з Одеси.
uk|neutral|other|Завтра зайдемо.
uk|neutral|spam|Заробіток від 500$ на день, пиши в дірект
uk|neutral|spam|Крипта і пасивний дохід, деталі https://t.me/xxx
ru|negative|complaint|Ужасное обслуживание, больше не придём.
ru|negative|complaint|Заказ не пришёл, никто не отвечает.
ru|positive|praise|Очень вкусно, спасибо!
ru|positive|praise|Всё понравилось, отличный сервис.
ru|neutral|question|Подскажите, вы работаете в воскресенье?
ru|neutral|buying-interest|Сколько стоит доставка?
en|negative|complaint|Terrible service, we waited an hour for two coffees.
en|negative|complaint|The coffee was cold and the staff were rude.
en|negative|complaint|My order never arrived and nobody answers the phone.
en|negative|complaint|Very disappointed, will not be coming back.
en|negative|complaint|You sent the wrong size and the box was damaged.
en|negative|complaint|I would not recommend this place to anyone.
en|negative|complaint|Not good at all, dirty tables and slow service.
en|negative|complaint|The app keeps crashing after the update.
en|negative|complaint|I want my money back, it broke after two days!
en|negative|complaint|Overpriced and tasteless.
en|negative|complaint|Still waiting for my refund, this is ridiculous.
en|negative|complaint|Worst pizza I have ever had.
en|negative|complaint|The checkout doesn't work on my phone.
en|negative|complaint|Found a hair in my soup 🤢
en|negative|complaint|Why has nobody answered my emails?
en|negative|complaint|The food was great but the waiter was incredibly rude and unprofessional.
en|negative|complaint|It's a scam, stay away.
en|negative|complaint|I was overcharged and they ignored my complaint.
en|negative|complaint|Quality has gone downhill, such a shame.
en|negative|complaint|Never again.
en|negative|complaint|The room smelled and the shower was broken.
en|positive|praise|Best croissants in town, thank you!
en|positive|praise|Loved the atmosphere, will be back.
en|positive|praise|Great service and friendly staff.
en|positive|praise|Not bad at all, quite tasty.
en|positive|praise|Fast delivery and everything was perfect.
en|positive|praise|Thanks for helping me so quickly!
en|positive|praise|Highly recommend, they are true professionals.
en|positive|praise|This app is so easy to use 😍
en|positive|praise|The waiting was long, but the cake was absolutely amazing.
en|positive|praise|You made my day ❤️
en|positive|praise|Five stars from me.
en|positive|praise|Beautiful place, cozy and clean.
en|positive|praise|No complaints, well done.
en|positive|praise|Wow, this looks delicious
en|neutral|question|What time do you open on Sunday?
en|neutral|question|Do you have oat milk?
en|neutral|question|Where are you located?
en|neutral|question|Can I bring my dog?
en|neutral|question|Is there parking nearby?
en|neutral|question|How do I reset my password?
en|neutral|question|Does it contain nuts?
en|neutral|question|Do you deliver to Brovary?
en|neutral|question|Are you open on Christmas?
en|neutral|buying-interest|How much is the large latte?
en|neutral|buying-interest|I would like to book a table for six.
en|neutral|buying-interest|Is the blue one still available? I want to buy this
en|neutral|buying-interest|Can I order a cake for Saturday?
en|neutral|buying-interest|What's the price for ten licences?
en|neutral|buying-interest|Do you have size 42 in stock?
en|neutral|other|We were here yesterday with colleagues.
en|neutral|other|Anna, look
en|neutral|other|See you tomorrow
en|neutral|spam|Make money from home, crypto investment, DM me
en|neutral|spam|Buy likes and followers here https://bit.ly/xxx
`;
