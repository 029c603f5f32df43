// SPDX-License-Identifier: GPL-3.0-or-later
#include "item.h"
#include "packfolder.h"
#include "runall.h"

#include <QHash>

using namespace lectern;
using lectern::test::PackFolder;

namespace
{

struct BlindAnswer {
    QString item;
    QString revision;
    QString choice; ///< an option's id; of an item with more right ones all of them, "a+c"
    QString second; ///< another option that the reader would defend
    QString reason;
};

} // namespace

// tests/data/blind-answers.tsv keeps what readers chose who saw neither key nor rationale.
class BlindAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const QStringList &cells : PackFolder::table(QStringLiteral("blind-answers.tsv")))
            m_answers.append({cells[0], cells[1], cells[2], cells[4], cells[5]}); // the fourth is the day
        QVERIFY(!m_answers.isEmpty());
        const PackReading reading = readPack(QStringLiteral(LECTERN_CONTENT "/databricks-de-professional"));
        QVERIFY(reading.ok());
        for (const Item &item : reading.pack.items)
            m_items.insert(item.id, item);
    }

    // An item that was reworded is answered again: an answer to other words says nothing of these.
    void everyItemWasAnsweredAsItStands()
    {
        for (const Item &item : std::as_const(m_items)) {
            const QString revision = revisionHash(item);
            const auto of = [&](const BlindAnswer &answer) {
                return answer.item == item.id && answer.revision == revision;
            };
            const auto answer = std::find_if(m_answers.cbegin(), m_answers.cend(), of);
            QVERIFY2(answer != m_answers.cend(),
                qPrintable(QStringLiteral("%1 was not answered blind in its revision %2").arg(item.id, revision)));
            QVERIFY2(item.keyIds() == answer->choice.split(u'+'),
                qPrintable(QStringLiteral("%1: a blind reader chose another option").arg(item.id)));
            QVERIFY2(answer->second.isEmpty(),
                qPrintable(QStringLiteral("%1: a blind reader would defend a second option").arg(item.id)));
            QVERIFY(!answer->reason.isEmpty());
        }
        qInfo("%lld blind answers, %lld items", static_cast<long long>(m_answers.size()),
            static_cast<long long>(m_items.size()));
    }

    void theHistorySaysSo()
    {
        for (const Item &item : std::as_const(m_items)) {
            const bool told = std::any_of(item.history.cbegin(), item.history.cend(),
                [](const ItemState &state) { return state.state == u"blind-answered"; });
            QVERIFY2(told, qPrintable(item.id));
        }
    }

private:
    QList<BlindAnswer> m_answers;
    QHash<QString, Item> m_items;
};

LECTERN_TEST_CLASS(BlindAnswersTest)
#include "blindanswers_test.moc"
