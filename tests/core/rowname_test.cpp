// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowname.h"
#include "runall.h"

using namespace lectern;

class RowNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasAName()
    {
        Certification certification;
        Domain domain{QStringLiteral("d3"), QStringLiteral("D3"), QStringLiteral("Delta"), 100, {}};
        domain.topics.append({QStringLiteral("d3.2"), QStringLiteral("CDC patterns"), {}, {}});
        certification.domains.append(domain);
        Blueprint blueprint;
        Section section;
        section.id = QStringLiteral("S5");
        section.code = QStringLiteral("S5");
        section.title = QStringLiteral("Cost");
        section.objectives = {{QStringLiteral("S5.2"), QStringLiteral("Size a cluster")}};
        blueprint.sections = {section};

        const auto named = [&](const char *id) { return rowName(certification, blueprint, QString::fromLatin1(id)); };
        QCOMPARE(named("S5"), (RowName{QStringLiteral("S5"), QStringLiteral("Cost")}));
        QCOMPARE(named("S5.2"), (RowName{QStringLiteral("S5.2"), QStringLiteral("Size a cluster")}));
        QCOMPARE(named("d3.2"), (RowName{QStringLiteral("D3"), QStringLiteral("CDC patterns")}));
        QCOMPARE(named("gone"), (RowName{QString(), QStringLiteral("gone")}));
    }
};

LECTERN_TEST_CLASS(RowNameTest)
#include "rowname_test.moc"
