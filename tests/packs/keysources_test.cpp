// SPDX-License-Identifier: GPL-3.0-or-later
#include "packfolder.h"
#include "runall.h"

#include <QHash>
#include <QUrl>

using namespace lectern;
using lectern::test::PackFolder;

namespace
{

struct KeySource {
    QString verdict; ///< confirmed: on the page itself; copy: in a copy of it; repaired: after the key was corrected
    QString url;
    QString statement;
};

} // namespace

// tests/data/key-sources.tsv keeps where somebody who did not write the question found what its key rests on: a blind
// reader can share the writer's error.
class KeySourcesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const QStringList &cells : PackFolder::table(QStringLiteral("key-sources.tsv"))) {
            QVERIFY2(!m_sources.contains(cells[0]), qPrintable(cells[0]));
            m_sources.insert(cells[0], {cells[1], cells[2], cells[3]});
        }
    }

    void everyKeyWasFoundInASource()
    {
        const PackReading reading = readPack(QStringLiteral(LECTERN_CONTENT "/databricks-de-professional"));
        QVERIFY(reading.ok());
        QCOMPARE(m_sources.size(), reading.pack.items.size());
        for (const Item &item : reading.pack.items) {
            const KeySource source = m_sources.value(item.id);
            const bool found =
                source.verdict == u"confirmed" || source.verdict == u"copy" || source.verdict == u"repaired";
            QVERIFY2(found, qPrintable(item.id + u' ' + source.verdict));
            const QUrl url(source.url, QUrl::StrictMode);
            QVERIFY2(url.isValid() && url.scheme() == u"https" && !url.host().isEmpty(), qPrintable(item.id));
            QVERIFY2(!source.statement.isEmpty(), qPrintable(item.id));
        }
    }

private:
    QHash<QString, KeySource> m_sources;
};

LECTERN_TEST_CLASS(KeySourcesTest)
#include "keysources_test.moc"
