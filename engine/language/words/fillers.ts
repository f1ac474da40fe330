import type { LanguageTag } from "./language-tag";

/**
 * Words that questions and requests are made of, and that no list of function words has: the subject of "Please tell me
 * how many days …" is "days".
 */
export const FILLERS: Readonly<Record<LanguageTag, string>> = {
  en: `how long many much often far soon what when where which who whom whose why whether please kindly thanks thank hello hi hey
    may might shall should would could can must ought able allow allowed let lets us tell tells told say says said give gives gave given
    show shows shown explain describe list mention mentions mentioned find found look looking search get gets got getting want wants wanted need needs needed
    know knows knew known think thinks thought spend spends spent take takes took taken make makes made use uses used using do does did done doing
    have has had having go goes went going come comes came happen happens happened mean means meant put keep keeps kept remember wonder
    about regarding concerning overview summary summarize summarise information info detail details question questions answer answers
    thing things something anything nothing everything stuff way ways kind kinds sort sorts type lot lots bit
    anyone someone everyone everybody somebody nobody person people one ones two first last next other others another same different
    more most less least few several some any all each every both either neither enough only also just even still yet already ever never always usually
    sometimes often really actually exactly currently now then today here there off out up down over under again very quite rather
    there's it's i'm i've i'd don't doesn't didn't can't cannot won't isn't aren't wasn't weren't what's who's where's how's that's
    good well ok okay right yes no not currently`,
  de: `wie lange lang viel viele vielen wieviel wieviele oft weit was wann wo wohin woher wer wen wem wessen welche welcher welches welchen welchem warum wieso weshalb
    womit wofür worüber worum bitte danke hallo kann kannst könnte könnten darf darfst dürfen dürfte soll sollte sollen muss müssen müsste möchte möchten will wollen mag
    sagen sagt sage sag gesagt geben gibt gib gab zeigen zeig zeige zeigt erklären erkläre erklär beschreibe beschreiben nennen nenne nennt liste finden finde findet suchen suche
    brauche brauchen braucht wissen weiß weißt denken denke machen macht gemacht tun tut getan bekommen bekomme bekommt bekam nehmen nimmt gehen geht kommen kommt heißt heißen bedeutet
    passiert steht stehen liegt liegen befindet läuft bleibt lässt lassen benutzen benutzt verwenden verwendet über überblick übersicht zusammenfassung information informationen info details
    frage fragen antwort ding dinge sache sachen art weise etwas nichts alles jemand niemand man leute genau eigentlich ungefähr etwa gerade aktuell derzeit jetzt heute hier dort noch schon immer nie
    mehr meist wenig weniger einige mehrere alle jeder jede jedes beide andere gut ja nein mal`,
  nl: `hoe lang veel vaak ver wat wanneer waar waarheen wie wiens welke welk waarom hoeveel alsjeblieft alstublieft graag bedankt hallo kan kunt kunnen kon mag mogen moet moeten zou zouden wil willen
    zeg zeggen zegt geef geven geeft toon tonen laat laten uitleggen leg vertel vertellen beschrijf noem noemen zoek zoeken vind vinden nodig weet weten denk denken maak maken doet doen krijg krijgt krijgen neem nemen
    gaat gaan komt komen heet heten betekent gebeurt staat staan ligt gebruik gebruiken gebruikt over overzicht samenvatting informatie info details vraag antwoord ding dingen zaak soort manier iets niets
    alles iemand niemand mensen precies eigenlijk ongeveer nu vandaag hier daar nog al altijd nooit meer meest weinig minder enkele elke elk beide andere goed ja nee`,
  sv: `hur länge lång långt mycket många ofta vad när var vart vem vems vilken vilket vilka varför snälla tack hej kan kunde får fick måste ska skulle vill ville bör säg säga säger ge ger gav visa visar
    förklara beskriv berätta nämn lista hitta hittar sök behöver behöva vet veta tror tänker gör göra gjort tar ta går gå kommer komma heter betyder händer står ligger finns använd använda används
    om översikt sammanfattning information info detaljer fråga svar sak saker sätt slags något inget allt någon ingen man folk exakt egentligen ungefär nu idag här där ännu redan alltid aldrig mer mest
    mindre lite några alla varje båda andra bra ja nej`,
  da: `hvor længe lang langt meget mange ofte hvad hvornår hvem hvis hvilken hvilket hvilke hvorfor hvordan venligst tak hej kan kunne må måtte skal skulle vil ville bør sig sige siger giv give giver vis vise viser
    forklar beskriv fortæl nævn find finde finder søg behøver brug bruge bruger ved vide tror gør gøre gjort tager tage får få går gå kommer komme hedder betyder sker står ligger findes
    om oversigt resumé information info detaljer spørgsmål svar ting sag måde slags noget intet alt nogen ingen man folk præcis egentlig omkring nu dag her der endnu allerede altid aldrig mere mest mindre lidt
    nogle alle hver begge andre god ja nej`,
  no: `hvor lenge lang langt mye mange ofte hva når hvem hvilken hvilket hvilke hvorfor hvordan vennligst takk hei kan kunne må måtte skal skulle vil ville bør si sier gi gir vis vise viser forklar beskriv fortell
    nevn finn finne finner søk trenger trenge vet vite tror gjør gjøre gjort tar ta får få går gå kommer komme heter betyr skjer står ligger finnes bruk bruke bruker om oversikt sammendrag informasjon info
    detaljer spørsmål svar ting sak måte slags noe intet alt noen ingen man folk nøyaktig egentlig omtrent nå dag her der ennå allerede alltid aldri mer mest mindre litt alle hver begge andre god ja nei`,
  fi: `kuinka kauan paljon paljonko monta moni usein mitä mikä mitkä missä mistä mihin minne milloin koska kuka kenen ketkä kenelle miksi miten millainen kiitos hei voi voiko voin voivat saa saako saan pitää pitääkö täytyy haluan
    haluaa kerro sano sanoo anna antaa näytä selitä kuvaile mainitse etsi löytyy löydä tarvitsen tarvitsee tarvitaan tiedä tietää tekee tehdä tehdään on onko ovat ole oli tulee menee käyttää käytetään tarkoittaa tapahtuu
    sijaitsee kertoo yleiskatsaus yhteenveto tieto tietoa tiedot kysymys vastaus asia asiat tapa jotain mitään kaikki joku kukaan tarkalleen noin nyt tänään tässä siellä vielä jo aina enemmän vähemmän muutama jokainen molemmat muut
    hyvä kyllä ei`,
  fr: `comment combien longtemps souvent loin que quoi qu'est-ce est-ce quand où qui quel quelle quels quelles lequel laquelle pourquoi svp plaît merci bonjour peut peux peuvent pouvoir pourrait doit doivent devoir faut veut veux
    vouloir voudrais dire dis dit dites donne donner donnez montre montrer montrez explique expliquer expliquez décris décrire liste cite trouve trouver cherche chercher besoin sais savoir sait pense faire fait fais font
    prend prendre prends va aller vont vient venir signifie passe appelle trouvent utilise utiliser sujet aperçu résumé information informations info détails question réponse chose choses façon manière sorte genre
    quelque rien tout tous toute toutes quelqu'un personne gens exactement environ actuellement maintenant aujourd'hui ici là encore déjà toujours jamais plus moins peu plusieurs chaque autre autres bien oui non il y a-t-il`,
  es: `cómo cuánto cuánta cuántos cuántas mucho mucha muchos muchas tiempo menudo lejos qué cuándo dónde adónde quién quiénes cuál cuáles por porqué favor gracias hola puede puedo pueden poder podría debe deben deber hay hace quiero quiere
    querer quisiera di decir dice dígame dime da dar dame muestra mostrar muéstrame explica explicar describe describir lista menciona encontrar encuentra encuentran buscar busca necesito necesita necesitar sé saber sabe piensa
    hacer hago tomar toma ir va van viene venir significa pasa llama queda usar usa utiliza sobre acerca resumen visión información info detalles pregunta respuesta cosa cosas manera forma tipo algo nada todo todos
    toda todas alguien nadie gente persona exactamente unos aproximadamente ahora hoy aquí allí todavía ya siempre nunca más menos poco varios cada otro otros otra otras bien sí no`,
  it: `come quanto quanta quanti quante molto molta molti molte tempo spesso lontano che cosa cosa quando dove chi quale quali perché favore prego grazie ciao può posso possono potere potrebbe deve devono dovere bisogna voglio vuole volere
    vorrei dire dimmi dice dare dammi dà mostra mostrare mostrami spiega spiegare descrivi elenca trova trovare trovano cerca cercare serve bisogno so sapere sa pensa fare fa faccio fanno prendere prende andare va vanno
    viene venire significa succede chiama usa usare utilizza riguardo circa panoramica riassunto sommario informazione informazioni info dettagli domanda risposta cose modo tipo qualcosa niente nulla tutto tutti tutte tutta
    qualcuno nessuno gente persona esattamente attualmente adesso ora oggi qui là ancora già sempre mai più meno poco alcuni ogni altro altri altra altre bene sì no`,
  pt: `como quanto quanta quantos quantas muito muita muitos muitas tempo frequência longe que quê quando onde aonde quem qual quais porque porquê favor obrigado olá pode posso podem poder poderia deve devem dever há quero quer querer gostaria
    dizer diz diga dar dá dê mostrar mostre explica explicar explique descreva liste mencione encontrar encontra encontro procurar preciso precisa precisar sei saber sabe pensa fazer faz faço tomar toma ir vai vão vem vir
    significa acontece chama fica usar usa utiliza sobre acerca visão resumo informação informações info detalhes pergunta resposta coisa coisas maneira forma tipo algo nada tudo todos toda todas alguém ninguém gente pessoa
    exatamente aproximadamente agora hoje aqui ali ainda já sempre nunca mais menos pouco vários cada outro outros outra outras bem sim não`,
  ro: `cum cât câtă câți câte mult multă mulți multe timp des departe ce când unde cine cui care de ce rog mulțumesc bună poate pot putea trebuie vreau vrea doresc spune zice da dă arată explică descrie listează găsesc găsi găsește caut nevoie
    știu ști știe crede face fac lua ia merge vine înseamnă numește folosi folosește despre rezumat informații info detalii întrebare răspuns lucru lucruri fel mod ceva nimic tot toți toate cineva nimeni oameni exact
    aproximativ acum azi aici acolo încă deja mereu niciodată mai puțin câțiva fiecare alt alte alți bine nu există`,
  pl: `jak długo ile ilu wiele dużo często daleko co kiedy gdzie dokąd skąd kto kogo komu czyj czyja jaki jaka jakie jakich który która które których dlaczego czemu czy proszę dziękuję cześć może mogę można mogą powinien powinna należy musi muszę trzeba
    chcę chce chciałbym powiedz powiedzieć mówi daj dać pokaż wyjaśnij opisz wymień znajdź znaleźć znajduje szukać potrzebuję potrzebny potrzeba wiem wiedzieć wie myśli robi robić zrobić wziąć idzie znaczy dzieje nazywa używać używa
    mieści o przegląd podsumowanie informacja informacje szczegóły pytanie odpowiedź rzecz rzeczy sposób rodzaj coś nic wszystko ktoś nikt ludzie dokładnie około teraz dziś tutaj tam jeszcze już zawsze nigdy więcej mniej kilka każdy
    inny inne dobrze tak nie`,
  cs: `jak dlouho kolik mnoho hodně často daleko co kdy kde kam odkud kdo koho komu čí jaký jaká jaké který která které kterých proč zda prosím děkuji ahoj může mohu můžu lze smí smím musí musím je třeba chci chce chtěl řekni říct říká dej dát ukaž
    vysvětli popiš vyjmenuj najdi najít nachází hledat potřebuji potřebuje vím vědět ví myslí dělá dělat udělat vzít jde znamená děje jmenuje použít používá o přehled shrnutí informace podrobnosti otázka odpověď věc věci způsob druh
    něco nic vše všechno někdo nikdo lidé přesně asi nyní teď dnes zde tady tam ještě už vždy nikdy více méně několik každý jiný jiné dobře ano ne`,
  hu: `hogyan meddig mennyi mennyire hány sok gyakran messze mi mit mikor hol hova hová honnan ki kit kinek kik kié melyik melyek milyen miért kérem köszönöm szia lehet tudok tud tudja kell kellene akarok akar szeretnék mondd mondja mond adj ad mutasd
    magyarázd írd sorold találom található keres szükség szükséges tudom gondol csinál tesz vesz megy jön jelent történik hívják használ használják áttekintés összefoglaló információ részletek kérdés válasz dolog dolgok mód fajta
    valami semmi minden valaki senki emberek pontosan körülbelül most ma itt ott még már mindig soha több kevesebb néhány mindegyik más jó igen nem van vannak`,
  tr: `nasıl nekadar kadar kaç ne neyi nedir neler zaman nerede nereye nereden nerde kim kimin kime kimdir hangi hangisi neden niçin niye lütfen teşekkürler merhaba mı mi mu mü mıdır midir edebilir miyim yapabilir gerekir gerek gerekli gerekiyor istiyorum
    ister istemek söyle söyler ver verir göster açıkla anlat tanımla listele bul bulunur bulunmaktadır ara lazım biliyor bilmek düşünüyor yap yapar yapılır yapmak al alır gider gelir demek olur oluyor denir kullan kullanılır
    hakkında özet genel bakış bilgi bilgiler ayrıntı soru cevap şey şeyler yol tür bir şey hiçbir her hepsi biri kimse insanlar tam yaklaşık şimdi bugün burada orada hala artık hep asla daha en az çok birkaç diğer iyi evet hayır
    var yok vardır`,
  id: `bagaimana berapa lama banyak sering jauh apa apakah kapan dimana mana kemana siapa siapakah yang kenapa mengapa tolong terima kasih halo bisa dapat bisakah boleh bolehkah harus haruskah ingin mau katakan kata beri berikan tunjukkan jelaskan
    sebutkan cari temukan ditemukan perlu butuh tahu pikir lakukan melakukan ambil pergi datang berarti terjadi disebut bernama gunakan menggunakan tentang mengenai ringkasan informasi detail pertanyaan jawaban hal cara jenis
    sesuatu semua seseorang orang tepatnya sekitar sekarang ini sini situ masih sudah selalu lebih kurang beberapa setiap lain baik ya tidak ada`,
  vi: `bao nhiêu lâu nhiều thường xa gì nào khi nào đâu ở ai của sao tại thế làm vui lòng cảm ơn chào có thể phải cần muốn nói cho biết chỉ giải thích mô tả liệt kê tìm nghĩ dùng sử dụng về tổng quan tóm tắt thông tin chi tiết câu hỏi trả lời
    điều cái cách loại tất cả mọi người chính xác khoảng bây giờ hôm nay đây đó còn đã luôn hơn ít vài mỗi khác tốt không được là bị`,
  ru: `как долго сколько много часто далеко что чего чему когда где куда откуда кто кого кому чей чья чьё какой какая какое какие каких который которая которое которые почему зачем ли пожалуйста спасибо привет может могу могут можно нельзя должен
    должна должны нужно надо необходимо следует хочу хочет хотел скажи скажите говорит дай дайте дать покажи покажите объясни объясните опиши опишите перечисли найди найти находится находятся искать знать знаю знает думает делать
    делает сделать взять берёт идёт идти приходит значит означает происходит зовут называется использовать использует используется про обзор сводка информация сведения подробности вопрос ответ вещь вещи способ вид род
    нибудь ничего всё все кто-то никто люди человек точно именно примерно около сейчас сегодня здесь тут там ещё уже всегда никогда больше меньше мало несколько каждый другой другие хорошо да нет есть составляет`,
  uk: `як довго скільки багато часто далеко що чого коли де куди звідки хто кого кому чий чия який яка яке які котрий чому навіщо чи будь ласка дякую привіт може можу можна не можна повинен повинна треба потрібно слід хочу хоче скажи скажіть
    каже дай дайте дати покажи покажіть поясни поясніть опиши опишіть перелічи знайди знайти знаходиться шукати знати знаю знає думає робити робить зробити взяти йде приходить означає відбувається звати називається
    використовувати використовує про огляд підсумок інформація відомості деталі питання запитання відповідь річ речі спосіб вид щось нічого все всі хтось ніхто люди точно саме приблизно зараз сьогодні тут там ще вже завжди ніколи
    більше менше мало кілька кожен інший інші добре так ні є`,
  bg: `как колко дълго много често далеч какво кога къде откъде кой кого чий коя кое кои какъв каква какви защо дали моля благодаря здравей може мога трябва искам иска кажи кажете казва дай дайте покажи обясни опиши изброй намери намира търси нужно
    нуждая знам знае мисли прави направи взема отива идва означава случва казва се използва за относно обзор резюме информация подробности въпрос отговор нещо неща начин вид нищо всичко всички някой никой хора точно около сега
    днес тук там още вече винаги никога повече по-малко малко няколко всеки друг други добре да не има`,
  el: `πως πώς πόσο πόση πόσοι πόσες πόσα πολύ πολλά πολλοί συχνά μακριά τι πότε που πού ποιος ποια ποιο ποιοι ποιες γιατί παρακαλώ ευχαριστώ γεια μπορώ μπορεί μπορούν πρέπει θέλω θέλει πες πείτε λέει δώσε δώστε δείξε δείξτε εξήγησε εξηγήστε
    περιέγραψε βρες βρω βρίσκεται βρίσκονται ψάχνω χρειάζομαι χρειάζεται ξέρω ξέρει νομίζει κάνω κάνει παίρνω παίρνει πάει έρχεται σημαίνει συμβαίνει λέγεται ονομάζεται χρησιμοποιώ χρησιμοποιεί σχετικά περίληψη επισκόπηση
    πληροφορία πληροφορίες λεπτομέρειες ερώτηση απάντηση πράγμα πράγματα τρόπος είδος κάτι τίποτα όλα όλοι κάποιος κανείς άνθρωποι ακριβώς περίπου τώρα σήμερα εδώ εκεί ακόμα ήδη πάντα ποτέ περισσότερο λιγότερο λίγο μερικά κάθε
    άλλος άλλο άλλα καλά ναι όχι έχω έχει είναι υπάρχει υπάρχουν`,
  ar: `كيف كم كثير كثيرا غالبا بعيد ما ماذا متى أين اين إلى من لمن أي اي أية لماذا هل فضلك رجاء شكرا مرحبا يمكن يمكنني أستطيع استطيع يجب ينبغي أريد اريد يريد قل أخبرني اخبرني يقول أعطني اعطني أرني ارني اشرح صف اذكر ابحث أجد اجد يوجد توجد أحتاج احتاج
    يحتاج أعرف اعرف يعرف يعتقد يفعل افعل أفعل يأخذ يذهب يأتي يعني يحدث يسمى اسم يقع تقع استخدم يستخدم عن حول نظرة عامة ملخص معلومات تفاصيل سؤال جواب شيء أشياء طريقة نوع لا كل جميع أحد الناس بالضبط حوالي الآن الان اليوم هنا هناك بعد دائما أبدا ابدا
    أكثر اكثر أقل اقل قليل بعض آخر اخر أخرى اخرى جيد نعم هو هي هذا هذه ذلك تلك`,
  fa: `چگونه چطور چقدر چند مدت زیاد اغلب دور چه چی کی کجا کجاست چه‌کسی کسی کیست کدام چرا آیا لطفا ممنون سلام می‌توان می‌توانم میتوانم باید می‌خواهم میخواهم بگو بگویید بده نشان توضیح شرح پیدا جستجو نیاز دارم می‌دانم فکر انجام می‌شود شود
    بگیر برو بیا یعنی معنی اتفاق نام استفاده درباره مورد خلاصه اطلاعات جزئیات سوال پاسخ چیز چیزها روش نوع هیچ همه کسی مردم دقیقا حدود اکنون امروز اینجا آنجا هنوز همیشه هرگز بیشتر کمتر کم بعضی هر دیگر خوب بله خیر است هست هستند دارد`,
  he: `איך כיצד כמה הרבה זמן לעיתים רחוק מה מתי איפה היכן לאן מאין מי של איזה איזו אילו למה מדוע האם בבקשה תודה שלום יכול יכולה אפשר ניתן צריך צריכה חייב מותר אסור רוצה אמור תגיד תגידי אומר תן תני הראה תראה הסבר תסביר תאר רשום מצא למצוא נמצא נמצאת נמצאים חפש
    יודע יודעת לדעת חושב עושה לעשות קח לוקח הולך בא אומרת קורה נקרא שם להשתמש משתמש משתמשים על אודות לגבי סקירה סיכום מידע פרטים שאלה תשובה דבר דברים דרך סוג משהו כלום הכל כולם מישהו אף אנשים בדיוק בערך עכשיו כעת היום כאן פה שם עוד כבר תמיד אף פעם
    יותר פחות קצת כל אחר אחרת אחרים טוב כן לא יש אין הוא היא זה זאת`,
  hi: `कैसे कितना कितनी कितने कब कहाँ कहां किधर कौन किस किसका किसकी किसके किसे किसने क्या क्यों कौनसा कौनसी बहुत अक्सर दूर कृपया धन्यवाद नमस्ते सकता सकती सकते चाहिए चाहता चाहते होता होती होते है हैं था थे थी हो बताओ बताइए बताएं बताना कहना कहता दो दीजिए दिखाओ
    दिखाइए समझाओ समझाइए वर्णन सूची खोजो खोजें मिलता मिलती मिलते मिलेगा ज़रूरत जरूरत जानना जानता सोचता करना करता करती करते करें किया लेना लेता जाना जाता जाती जाते आना आता मतलब नाम उपयोग इस्तेमाल प्रयोग बारे सारांश जानकारी विवरण सवाल प्रश्न जवाब
    उत्तर चीज़ चीज चीज़ें बात तरीका प्रकार कुछ नहीं सब सभी कोई लोग ठीक लगभग अभी आज यहाँ वहाँ अब हमेशा कभी ज़्यादा ज्यादा कम थोड़ा हर दूसरा अन्य अच्छा हाँ`,
  th: `อย่างไร ยังไง เท่าไหร่ เท่าไร เท่าใด กี่ นาน มาก บ่อย ไกล อะไร เมื่อไหร่ เมื่อไร เมื่อใด ไหน ที่ไหน ใคร ของใคร ทำไม หรือ ไหม มั้ย หรือไม่ กรุณา ช่วย ขอบคุณ สวัสดี ได้ สามารถ ต้อง ควร อยาก ต้องการ บอก พูด ให้ แสดง อธิบาย หา ค้นหา พบ จำเป็น รู้ ทราบ คิด ทำ
    เอา ไป มา หมายถึง เกิดขึ้น เรียก ชื่อ ใช้ เกี่ยวกับ สรุป ภาพรวม ข้อมูล รายละเอียด คำถาม คำตอบ สิ่ง เรื่อง วิธี ชนิด ทั้งหมด ทุก คน ประมาณ ตอนนี้ วันนี้ ที่นี่ ที่นั่น ยัง แล้ว เสมอ มากกว่า น้อย บาง อื่น ดี ใช่ ไม่ มี อยู่ คือ เป็น ครับ ค่ะ คะ`,
  ja: `どう どうやって どのように いくら いくつ どれ どれくらい どのくらい どれだけ どのぐらい 何 何人 何日 何時 何年 何回 何個 なに なん いつ どこ どちら どの どんな だれ 誰 どなた なぜ どうして ください 下さい お願い ありがとう こんにちは できる できます 可能 必要 必要な べき たい 欲しい 教え 教えて
    言う 言い 言って 見せ 見せて 説明 列挙 探す 探し 見つけ 知り 知る 思う 思い する します した して され なる なり なります ある あります いる います いい 良い よい とは という について 関して 概要 要約 情報 詳細 質問 回答 答え こと もの 物 事 方法 方 種類 何か 何も 全て すべて みんな
    人 正確 約 くらい ぐらい 今 現在 今日 ここ そこ あそこ まだ もう いつも もっと 少し いくつか 各 他 はい いいえ です でしょ でしょう ます か ね よ この その あの これ それ あれ`,
  zh: `怎么 怎样 如何 多少 多久 多长 多 几 几个 几天 几点 很多 许多 经常 远 什么 甚么 啥 何时 什么时候 时候 哪 哪里 哪儿 哪个 哪些 谁 谁的 为什么 为何 吗 呢 请 请问 谢谢 你好 能 能够 可以 会 可 应该 应 必须 需要 需 想 要 想要 告诉 说 给 给出 显示 解释 说明 描述 列出 找 找到 查找 知道 认为 做 作 拿 去 来
    意思 发生 叫 名字 使用 用 关于 有关 概述 概要 总结 摘要 信息 详情 问题 答案 回答 东西 事 事情 方法 方式 种 种类 任何 没有 所有 全部 有人 人们 人 准确 大约 大概 左右 现在 目前 今天 这里 那里 还 已经 总是 从不 更多 更 最 少 一些 每个 每 其他 其它 好 是 不是 不 有 在 怎麼 什麼 為什麼 嗎 誰 哪裡 幾 們`,
  ko: `어떻게 얼마 얼마나 얼마입니까 얼마나 오래 많이 자주 무엇 뭐 뭔가 무슨 언제 어디 어디서 어디에 어디에서 누구 누가 누구의 어느 어떤 왜 몇 며칠 몇시 제발 감사 안녕하세요 할 수 있다 있나요 있습니까 없다 해야 하나요 합니까 됩니까 되나요 입니까 인가요 무엇입니까 누구입니까 어디입니까 며칠입니까 원하다 말해
    말해줘 알려 알려줘 알려주세요 주세요 보여 보여줘 설명 설명해 찾아 찾기 필요 필요하다 필요한가요 알다 생각 하다 한다 합니다 하는 하려면 가다 오다 의미 일어나다 부르다 이름 사용 사용하다 대한 대해 관하여 관한 개요 요약 정보 자세히 질문 답변 것 일 방법 종류 아무 모두 모든 누군가 사람 정확히 약 정도
    지금 현재 오늘 여기 거기 아직 이미 항상 더 덜 조금 몇몇 각 다른 좋다 네 아니요 입니다 이다 있는 있습니다`,
};
