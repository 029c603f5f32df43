// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

namespace lectern::test
{

/// A bullet of the certification page and what it became: tests/data/certification-page.tsv.
struct CertificationRow {
    QString id, text, file, key, page, control, action, effect, later;
    QString slot;                  ///< of the test that holds its page, control, action and effect; empty: none does
    QHash<QString, QString> words; ///< what control, action and effect name, by the words of the slot's pattern

    /// "Cost: $300 USD" and "Exam Guide - What it is" have a title and a detail; other rows are all title.
    QString title() const;
    QString detail() const;
};

/// All rows, each with the slot whose pattern its page, control, action and effect follow as a whole.
QList<CertificationRow> certificationRows();
/// One test row per bullet that the slot holds, under the column "row".
void addRows(const char *slot);

} // namespace lectern::test

Q_DECLARE_METATYPE(lectern::test::CertificationRow)
