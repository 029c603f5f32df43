// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "afterexam.h"
#include "formdialog.h"

namespace lectern
{

/// What follows from a result: after a pass the archive, the dossier and the renewal; after a fail the wait, the fee,
/// where the points went, a new plan and the forms that are left. It is left with one wish, which its opener fulfils.
class AfterExamDialog : public FormDialog
{
    Q_OBJECT
public:
    struct Facts {
        const Certification &certification;
        ExamResult result;
        QDate renewal;        ///< of a pass
        QDate earliestRetake; ///< of a fail
        QDate today;
        bool archived = false;   ///< the certification is put away
        int sealedForms = 0;     ///< that are left of the outline rehearsed
        bool hasReserve = false; ///< the bank has sealed questions at all
    };
    enum class Wish { None, Archive, TakeUp, Dossier, Plan, Book, Practise, Change };

    AfterExamDialog(const Facts &facts, const Theme &theme, QWidget *parent = nullptr);

    Wish wish() const { return m_wish; }          ///< once accepted
    QString section() const { return m_section; } ///< of Practise

private:
    void buildPass();
    void buildFail();
    void addLosses();
    void say(const QString &words);
    void title(const QString &words);
    void offer(const QString &text, Wish wish, const char *name);
    void leave(Wish wish, const QString &section = {});
    const Fact *fact(const QString &id) const;

    const Theme &m_theme;
    Facts m_facts;
    Wish m_wish = Wish::None;
    QString m_section;
};

} // namespace lectern
