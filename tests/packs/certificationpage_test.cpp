// SPDX-License-Identifier: GPL-3.0-or-later
#include "packfolder.h"
#include "runall.h"

#include <QSet>

#include <optional>

using namespace lectern;
using lectern::test::PackFolder;

namespace
{

struct Row {
    QString id, text, file, key, match;
};

// The fields of a thing by their names in the pack, and the things below it by their ids.
struct Node {
    QHash<QString, QString> fields;
    QHash<QString, Node> children;
};

Node nodeOf(const Topic &topic)
{
    return {{{QStringLiteral("title"), topic.title}, {QStringLiteral("summary"), topic.summary}}, {}};
}

Node nodeOf(const Entry &entry)
{
    return {{{QStringLiteral("title"), entry.title}, {QStringLiteral("detail"), entry.detail}}, {}};
}

Node nodeOf(const Domain &domain);
Node nodeOf(const Fact &fact);
Node nodeOf(const EntryGroup &group);
Node nodeOf(const Collection &collection);
Node nodeOf(const Stage &stage);
Node nodeOf(const Requirement &requirement);

template<typename T>
Node listOf(const QList<T> &list)
{
    Node node;
    for (const T &thing : list)
        node.children.insert(thing.id, nodeOf(thing));
    return node;
}

Node nodeOf(const Domain &domain)
{
    return {{{QStringLiteral("title"), domain.title}, {QStringLiteral("weight"), QString::number(domain.weight)}},
        {{QStringLiteral("topics"), listOf(domain.topics)}}};
}

Node nodeOf(const Fact &fact)
{
    return {{{QStringLiteral("label"), fact.label}, {QStringLiteral("page"), fact.page}}, {}};
}

// Groups hold their entries directly in a key: collections.<collection>.<group>.<entry>.
Node nodeOf(const EntryGroup &group)
{
    Node node = listOf(group.entries);
    node.fields.insert(QStringLiteral("title"), group.title);
    return node;
}

Node nodeOf(const Collection &collection)
{
    Node node = listOf(collection.groups);
    node.fields.insert(QStringLiteral("title"), collection.title);
    return node;
}

Node nodeOf(const Stage &stage)
{
    return {{{QStringLiteral("title"), stage.title}, {QStringLiteral("first_week"), QString::number(stage.firstWeek)},
                {QStringLiteral("last_week"), QString::number(stage.lastWeek)}},
        {}};
}

Node nodeOf(const Requirement &requirement)
{
    return {{{QStringLiteral("title"), requirement.title}}, {}};
}

// What a file of the pack became in the certification as read.
std::optional<Node> fileNode(const Certification &certification, const QString &file)
{
    if (file == QStringLiteral("syllabus.yaml"))
        return Node{{}, {{QStringLiteral("domains"), listOf(certification.domains)}}};
    if (file == QStringLiteral("path.yaml"))
        return Node{{}, {{QStringLiteral("stages"), listOf(certification.path)}}};
    if (file == QStringLiteral("certification.yaml"))
        return Node{{}, {{QStringLiteral("facts"), listOf(certification.facts)},
                            {QStringLiteral("collections"), listOf(certification.collections)}}};
    for (const Project &project : certification.projects) {
        if (file == QStringLiteral("projects/%1.yaml").arg(project.id))
            return Node{{{QStringLiteral("title"), project.title}, {QStringLiteral("scope"), project.scope}},
                {{QStringLiteral("requirements"), listOf(project.requirements)}}};
    }
    return std::nullopt;
}

// Follows ids from the top; ids may hold dots, so a child may take more than one part of the key.
QStringList valuesAt(const Node &node, const QStringList &parts)
{
    if (parts.size() == 1) {
        QStringList values;
        for (const QString &field : parts.first().split(u'+'))
            values.append(node.fields.value(field));
        return values;
    }
    for (qsizetype taken = 1; taken < parts.size(); ++taken) {
        const auto child = node.children.constFind(parts.first(taken).join(u'.'));
        if (child != node.children.cend())
            return valuesAt(*child, parts.sliced(taken));
    }
    return {};
}

QList<Row> pageRows()
{
    QList<Row> rows;
    const QByteArray text = PackFolder::bytesOf(QStringLiteral(LECTERN_TEST_DATA "/certification-page.tsv"));
    QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    lines.removeFirst();
    for (const QString &line : std::as_const(lines)) {
        const QStringList cells = line.split(u'\t');
        rows.append({cells.value(0), cells.value(1), cells.value(2), cells.value(3), cells.value(4)});
    }
    return rows;
}

} // namespace

// The page this certification was made from, row by row: each stands in the pack at the key that the row names, and
// nowhere else will do.
class CertificationPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const PackReading reading = readPack(QStringLiteral(LECTERN_CONTENT "/databricks-de-professional"));
        QVERIFY(reading.ok());
        m_certification = reading.pack.certification;
    }

    void holdsEachRow_data()
    {
        QTest::addColumn<Row>("row");
        for (const Row &row : pageRows())
            QTest::newRow(qPrintable(row.id)) << row;
    }
    void holdsEachRow()
    {
        QFETCH(Row, row);
        const auto file = fileNode(m_certification, row.file);
        QVERIFY2(file, qPrintable(row.file));
        const QStringList values = valuesAt(*file, row.key.split(u'.'));
        QVERIFY2(!values.isEmpty() && !values.contains(QString()), qPrintable(row.key));
        if (row.match == QStringLiteral("equals")) {
            const bool same =
                row.text == values.join(QStringLiteral(": ")) || row.text == values.join(QStringLiteral(" - "));
            QVERIFY2(same, qPrintable(row.text + QStringLiteral(" against ") + values.join(u'|')));
        } else {
            QCOMPARE(row.match, QStringLiteral("contains"));
            QCOMPARE(values.size(), 1);
            QVERIFY2(row.text.contains(values.first()), qPrintable(row.text));
        }
    }

    void hasAllRowsOnce()
    {
        QHash<QString, int> kinds;
        QSet<QString> keys;
        for (const Row &row : pageRows()) {
            ++kinds[row.id.startsWith(QStringLiteral("project-")) ? row.id.section(u'-', 2)
                                                                  : row.id.section(u'-', 0, 0)];
            keys.insert(row.file + u':' + row.key);
        }
        QCOMPARE(kinds.value(QStringLiteral("bullet")), 117);
        QCOMPARE(kinds.value(QStringLiteral("weight")), 5);
        QCOMPARE(kinds.value(QStringLiteral("title")), 3);
        QCOMPARE(kinds.value(QStringLiteral("scope")), 3);
        QCOMPARE(kinds.size(), 4);
        QCOMPARE(keys.size(), 128);
    }

    void weightsStandInTheirRows()
    {
        for (const Row &row : pageRows()) {
            if (!row.id.startsWith(QStringLiteral("weight-")))
                continue;
            const Domain *domain = m_certification.domain(row.id.section(u'-', 1));
            QVERIFY(domain);
            QVERIFY(row.text.endsWith(QStringLiteral("(%1%)").arg(domain->weight)));
        }
    }

private:
    Certification m_certification;
};

LECTERN_TEST_CLASS(CertificationPageTest)
#include "certificationpage_test.moc"
