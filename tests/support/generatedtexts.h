// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"

#include <QString>
#include <QStringList>

namespace lectern::test
{

/// Makes sentences of a plainly synthetic question. So many words change from one to the next that no two questions are
/// taken for the same.
class GeneratedTexts
{
public:
    GeneratedTexts(int number, Random &random);

    QString stem();
    QString question();
    QString takeaway();
    /// Another one with each call.
    QString option();
    QString misconception();
    QString rationale(bool right);
    /// The language and the text of code that says nothing of the answer.
    struct Code {
        QString language;
        QString text;
    };
    Code code(int lines);

private:
    QString one(const QStringList &list);
    /// The pattern with each "<blank>" filled; "<2-9>" is a number.
    QString filled(const char *pattern);
    QString filling(const QString &blank);

    QString m_number;
    Random &m_random;
    QStringList m_verbs; ///< not yet used by an option
    QStringList m_nouns; ///< not yet some option's or misconception's own
    QString m_team;
    QString m_job;
};

} // namespace lectern::test
