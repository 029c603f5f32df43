// SPDX-License-Identifier: GPL-3.0-or-later
#include "generatedbank.h"

#include "codec.h"
#include "generatedtexts.h"
#include "packreader.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>

namespace lectern::test
{

namespace
{

constexpr int reserveSize = 66; ///< a form and a few more
constexpr int fewestItems = 320;
constexpr int mostItems = 9999;
constexpr int mostCodeLines = 25;

QString shippedPack()
{
    return QStringLiteral(LECTERN_CONTENT "/databricks-de-professional");
}

bool write(const QString &file, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(file).path()))
        return false;
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
}

bool copyOthers(const QString &folder)
{
    const QDir from(shippedPack());
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = from.relativeFilePath(files.next());
        if (name.startsWith(QStringLiteral("questions/")))
            continue;
        QFile file(files.filePath());
        if (!file.open(QIODevice::ReadOnly) || !write(folder + u'/' + name, file.readAll()))
            return false;
    }
    return true;
}

/// Deals topics and objectives so that the items of each part fill a form of both blueprints exactly.
class Deal
{
public:
    Deal(const Certification &certification, Random &random)
        : m_certification(certification)
        , m_random(random)
    {
    }

    /// The topic and the objective of one item.
    struct Card {
        QString topic;
        QString objective;
    };

    /// One for each seat of a form.
    QList<Card> form()
    {
        QStringList topics;
        QStringList objectives;
        for (const Blueprint &blueprint : m_certification.blueprints) {
            const bool byTopic = blueprint.kind == BlueprintKind::Domains;
            const QList<int> wanted = quotas(blueprint, blueprint.questions);
            for (qsizetype i = 0; i < blueprint.sections.size(); ++i) {
                for (int seat = 0; seat < wanted[i]; ++seat)
                    (byTopic ? topics : objectives)
                        .append(
                            byTopic ? topicOf(blueprint.sections[i]) : objectiveOf(blueprint, blueprint.sections[i]));
            }
        }
        m_random.shuffle(topics);
        QList<Card> cards;
        for (qsizetype i = 0; i < std::min(topics.size(), objectives.size()); ++i)
            cards.append({topics[i], objectives[i]});
        m_random.shuffle(cards);
        return cards;
    }

    /// Some more: a part of another form, every third outside of the outline.
    QList<Card> more(int count)
    {
        QList<Card> cards;
        while (cards.size() < count)
            cards += form();
        cards = cards.first(count);
        for (qsizetype i = 0; i < cards.size(); i += 3)
            cards[i].objective = enrichmentObjective;
        return cards;
    }

private:
    // In turn, so that each of them is dealt.
    QString topicOf(const Section &section)
    {
        for (const Domain &domain : m_certification.domains) {
            if (domain.id == section.id)
                return domain.topics[m_turns[section.id]++ % domain.topics.size()].id;
        }
        return {};
    }
    QString objectiveOf(const Blueprint &blueprint, const Section &section)
    {
        return blueprint.id + u'/' + section.objectives[m_turns[section.id]++ % section.objectives.size()].id;
    }

    const Certification &m_certification;
    Random &m_random;
    QHash<QString, qsizetype> m_turns;
};

Difficulty dealDifficulty(Random &random)
{
    const int share = random.below(4);
    return share == 0 ? Difficulty::Easy : share == 3 ? Difficulty::Hard : Difficulty::Medium;
}

Bloom dealBloom(Random &random)
{
    const int share = random.below(20);
    return share < 1    ? Bloom::Remember
           : share < 5  ? Bloom::Understand
           : share < 12 ? Bloom::Apply
           : share < 17 ? Bloom::Analyze
                        : Bloom::Evaluate;
}

class Generator
{
public:
    Generator(const Pack &shipped, const GeneratedBank &options)
        : m_shipped(shipped)
        , m_options(options)
        , m_random(options.seed)
    {
    }

    QList<Item> items()
    {
        Deal deal(m_shipped.certification, m_random);
        for (const char *reserve : {"R1", "R2"}) {
            add(deal.form(), QLatin1String(reserve));
            add(deal.more(reserveSize - formSize()), QLatin1String(reserve));
        }
        const int multiples = m_options.items / 25;
        while (m_items.size() + formSize() + multiples <= m_options.items)
            add(deal.form(), {});
        add(deal.more(m_options.items - static_cast<int>(m_items.size())), {});
        for (int i = 1; i <= multiples; ++i)
            makeMultiple(m_items[m_items.size() - i]);
        nameEnemies();
        return m_items;
    }

private:
    int formSize() const { return m_shipped.certification.blueprints.constFirst().questions; }

    void add(const QList<Deal::Card> &cards, const QString &reserve)
    {
        for (const Deal::Card &card : cards) {
            m_items.append(item(static_cast<int>(m_items.size()) + 1, card));
            m_items.last().reserve = reserve;
        }
    }

    Item item(int number, const Deal::Card &card)
    {
        GeneratedTexts texts(number, m_random);
        Item item;
        item.id = QStringLiteral("scenario-%1").arg(number, 4, 10, QLatin1Char('0'));
        item.topic = card.topic;
        item.objective = card.objective;
        item.title = QStringLiteral("Scenario %1 about %2").arg(number).arg(card.topic);
        item.bloom = dealBloom(m_random);
        item.difficulty = dealDifficulty(m_random);
        item.stem = texts.stem();
        item.question = texts.question();
        item.takeaway = texts.takeaway();
        if (m_options.codeLines > 0 || m_random.below(100) < 55) {
            const auto code = texts.code(m_options.codeLines > 0 ? m_options.codeLines : 2 + m_random.below(12));
            item.code = {code.language, code.text};
        }
        const int key = m_random.below(4);
        for (int i = 0; i < 5; ++i) {
            const QString id(QChar(static_cast<char16_t>(u'a' + i)));
            item.options.append({id, texts.option(), i == key, texts.rationale(i == key),
                i == key ? QString() : texts.misconception()});
        }
        m_fifth.append(item.options.takeLast());
        item.sources = {m_shipped.items.constFirst().sources.constFirst()};
        item.history = {{QStringLiteral("drafted"), m_shipped.certification.checkedOn}};
        return item;
    }

    void makeMultiple(Item &item)
    {
        item.type = ItemType::Multiple;
        item.question += QStringLiteral(" Choose two.");
        Option fifth = m_fifth[&item - m_items.data()];
        fifth.key = true;
        fifth.misconception.clear();
        item.options.append(fifth);
    }

    // An item of another form, so that none is lost to its own reserve.
    void nameEnemies()
    {
        for (qsizetype i = 0; i < m_items.size(); i += 12) {
            const qsizetype other = (i + reserveSize + m_random.below(formSize())) % m_items.size();
            m_items[i].enemies.append(m_items[other].id);
        }
    }

    const Pack &m_shipped;
    const GeneratedBank &m_options;
    Random m_random;
    QList<Item> m_items;
    QList<Option> m_fifth; ///< of each item, for where there is more than one right option
};

QString said(const QString &text)
{
    return u'"' + text + u'"'; // of letters, digits and plain signs alone
}

QString yamlOf(const Item &item)
{
    QString yaml =
        QStringLiteral("  - id: %1\n    title: %2\n    objective: %3\n    bloom: %4\n    difficulty: %5\n"
                       "    type: %6\n")
            .arg(item.id, said(item.title), item.objective, word(item.bloom), word(item.difficulty), word(item.type));
    if (!item.reserve.isEmpty())
        yaml += QStringLiteral("    reserve: %1\n").arg(item.reserve);
    yaml += QStringLiteral("    stem: %1\n").arg(said(item.stem));
    if (!item.code.text.isEmpty()) {
        yaml += QStringLiteral("    code:\n      language: %1\n      text: |\n").arg(item.code.language);
        for (const QString &line : item.code.text.split(u'\n'))
            yaml += QStringLiteral("        %1\n").arg(line);
    }
    yaml += QStringLiteral("    question: %1\n    options:\n").arg(said(item.question));
    for (const Option &option : item.options) {
        yaml += QStringLiteral("      - id: %1\n        text: %2\n").arg(option.id, said(option.text));
        yaml += option.key ? QStringLiteral("        key: true\n")
                           : QStringLiteral("        misconception: %1\n").arg(said(option.misconception));
        yaml += QStringLiteral("        rationale: %1\n").arg(said(option.rationale));
    }
    yaml += QStringLiteral("    takeaway: %1\n").arg(said(item.takeaway));
    if (!item.enemies.isEmpty())
        yaml += QStringLiteral("    enemies: [%1]\n").arg(item.enemies.join(QStringLiteral(", ")));
    const Source &source = item.sources.constFirst();
    yaml += QStringLiteral("    sources:\n      - title: %1\n        url: %2\n        checked_on: %3\n")
                .arg(said(source.title), source.url, said(source.checkedOn.toString(Qt::ISODate)));
    const ItemState &state = item.history.constFirst();
    return yaml + QStringLiteral("    history:\n      - {state: %1, date: %2}\n")
                      .arg(state.state, said(state.date.toString(Qt::ISODate)));
}

} // namespace

bool writeGeneratedPack(const QString &folder, const GeneratedBank &options)
{
    if (options.items < fewestItems || options.items > mostItems || options.codeLines < 0 ||
        options.codeLines > mostCodeLines)
        return false;
    const PackReading shipped = readPack(shippedPack());
    if (!shipped.ok() || !copyOthers(folder))
        return false;
    QMap<QString, QString> files;
    const QList<Item> items = Generator(shipped.pack, options).items();
    for (const Item &item : items) {
        QString &text = files[item.topic];
        if (text.isEmpty())
            text = QStringLiteral("topic: %1\nitems:\n").arg(item.topic);
        text += yamlOf(item);
    }
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (!write(folder + QStringLiteral("/questions/%1-generated.yaml").arg(it.key()), it->toUtf8()))
            return false;
    }
    return true;
}

} // namespace lectern::test
