"""Invented people for the demo: names as they are heard in British staff rooms."""

GIVEN = ["Aaliyah", "Abdul", "Adam", "Agnes", "Aisha", "Alan", "Alice", "Amara", "Amir", "Andrew", "Angela", "Anjali", "Anna", "Anthony", "Asha", "Ayesha", "Beatrice", "Ben", "Bola", "Brendan", "Bronwen", "Callum", "Carmen", "Caroline", "Catriona", "Charles", "Chloe", "Chukwudi", "Ciara", "Clare", "Daisuke", "Daniel", "David", "Deborah", "Delroy", "Denise", "Derya", "Dilip", "Dominic", "Donna", "Edith", "Efua", "Eilidh", "Elena", "Elif", "Emeka", "Emily", "Emma", "Erin", "Esther", "Ewan", "Farah", "Fatima", "Femi", "Fergus", "Fiona", "Florence", "Frances", "Gareth", "Gemma", "George", "Gita", "Grace", "Graham", "Gurpreet", "Hamza", "Hannah", "Harriet", "Hassan", "Heather", "Helen", "Hiroko", "Huw", "Ian", "Imran", "Ines", "Iqbal", "Isla", "Ivan", "Jack", "Jamila", "Jane", "Jasmine", "Jean", "Jerome", "Joan", "Joanna", "Jorge", "Josephine", "Kamal", "Karen", "Kasia", "Kofi", "Kwame", "Laila", "Latoya", "Laura", "Leon", "Lewis", "Lin", "Lowri", "Lucy", "Magda", "Mairi", "Malik", "Marek", "Margaret", "Maria", "Martha", "Mei", "Meera", "Michael", "Mina", "Mohammed", "Monika", "Nadia", "Naomi", "Natasha", "Neil", "Nell", "Niamh", "Nisha", "Noor", "Olu", "Omar", "Owen", "Oyinkan", "Padraig", "Pamela", "Parveen", "Patrick", "Paul", "Paula", "Pedro", "Petra", "Philippa", "Priya", "Rachel", "Rafael", "Rahul", "Ramona", "Rashid", "Rhiannon", "Robert", "Rosa", "Ruth", "Sabina", "Samira", "Sanjay", "Sarah", "Seán", "Sofía", "Sunita", "Tamsin", "Tariq", "Thandiwe", "Thomas", "Tomasz", "Tunde", "Uzma", "Valerie", "Victoria", "Vikram", "Wanda", "Wei", "William", "Yasmin", "Yusuf", "Zara", "Zoë"]

FAMILY = ["Abbott", "Abdi", "Achebe", "Adeyemi", "Ahmed", "Ali", "Allen", "Andersson", "Armstrong", "Asante", "Aydın", "Bailey", "Baker", "Banerjee", "Barnes", "Begum", "Bell", "Bennett", "Bianchi", "Booth", "Boateng", "Brennan", "Brown", "Burke", "Byrne", "Campbell", "Carter", "Chan", "Chatterjee", "Chen", "Clark", "Clarke", "Cohen", "Cole", "Cooper", "Costa", "Cruz", "Dalal", "Davies", "Davis", "Desai", "Diaz", "Doyle", "Driscoll", "Dunn", "Edwards", "Ekwueme", "Ellis", "Evans", "Farooq", "Fernandes", "Fisher", "Fletcher", "Foster", "Fox", "Gallagher", "Garcia", "Gill", "Graham", "Grant", "Gray", "Green", "Griffiths", "Hall", "Hamilton", "Harris", "Hassan", "Hayes", "Henry", "Hill", "Holmes", "Hughes", "Hunt", "Hussain", "Ibrahim", "Iyer", "Jackson", "James", "Janssen", "Jenkins", "Johnson", "Jones", "Joseph", "Kamara", "Kapoor", "Kaur", "Kelly", "Kennedy", "Khan", "Kim", "King", "Knight", "Kovács", "Kowalski", "Kumar", "Lee", "Lewis", "Lindqvist", "Lloyd", "Lopez", "MacDonald", "Malik", "Marsh", "Martin", "Mason", "Matthews", "McBride", "Mehta", "Mensah", "Mills", "Mitchell", "Mohamed", "Moore", "Morgan", "Morris", "Murphy", "Murray", "Nguyen", "Novak", "Nwosu", "O'Brien", "O'Connor", "O'Neill", "Okafor", "Okonkwo", "Osei", "Owen", "Palmer", "Parker", "Patel", "Pearce", "Phillips", "Popescu", "Powell", "Price", "Quinn", "Rahman", "Reid", "Reynolds", "Richards", "Roberts", "Robinson", "Rogers", "Rossi", "Russell", "Ryan", "Sandhu", "Santos", "Schmidt", "Scott", "Shah", "Sharma", "Shaw", "Silva", "Simpson", "Singh", "Smith", "Stewart", "Sullivan", "Suzuki", "Taylor", "Thomas", "Thompson", "Turner", "Usman", "Walker", "Walsh", "Ward", "Watson", "Webb", "White", "Williams", "Wilson", "Wood", "Wójcik", "Wright", "Yates", "Yilmaz", "Young", "Zhang"]

REGIONS = {
    "Yorkshire": "Leeds|York|Bradford|Sheffield Hallam|Hull|Wakefield|Huddersfield|Doncaster|Harrogate|Barnsley",
    "North West": (
        "Manchester|Salford|Liverpool|Wirral|Preston|Blackpool|Bolton|Oldham|Stockport|Lancaster|Chester|Carlisle"
    ),
    "North East": "Newcastle|Gateshead|Sunderland|Durham|Middlesbrough|Darlington|Northumberland",
    "Midlands": (
        "Birmingham|Coventry|Wolverhampton|Leicester|Nottingham|Derby|Stoke|Northampton|Lincoln|Worcester|"
        "Shrewsbury|Hereford|Walsall|Dudley|Rugby"
    ),
    "East": "Norwich|Ipswich|Cambridge|Peterborough|Colchester|Chelmsford|Luton|Bedford|Southend",
    "London": (
        "Camden|Hackney|Tower Hamlets|Lambeth|Southwark|Lewisham|Newham|Ealing|Croydon|Barnet|Enfield|Brent|"
        "Greenwich|Haringey"
    ),
    "South": (
        "Brighton|Portsmouth|Southampton|Reading|Oxford|Milton Keynes|Canterbury|Medway|Guildford|Bournemouth|"
        "Bristol|Bath|Gloucester|Swindon|Exeter|Plymouth|Truro|Taunton|Salisbury|Isle of Wight"
    ),
}

SUBJECTS = ["maths", "English", "science", "music", "art", "history", "geography", "PE", "drama", "languages", "computing", "early years", "SEN support"]
STREETS = ["High Street", "Station Road", "Mill Lane", "Church View", "Park Avenue", "Victoria Terrace", "Otley Road", "Chapel Hill", "Elm Grove"]
