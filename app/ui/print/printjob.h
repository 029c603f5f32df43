// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"
#include "readinessprint.h"
#include "reportprint.h"

class QComboBox;

namespace lectern
{

struct Dossier;
struct Ui;

/// Asks what goes on which paper, and whether to print it or to save it as PDF.
class PrintDialog : public FormDialog
{
    Q_OBJECT
public:
    enum class Wish { Preview, Pdf };

    /// `questions`: whether it may be chosen which questions go with it.
    PrintDialog(const Theme &theme, const QString &title, bool questions, QWidget *parent = nullptr);

    Wish wish() const { return m_wish; } ///< once accepted
    ReportPaper::Questions questions() const;
    QPageLayout paper() const;
    int textPercent() const;

private:
    QComboBox *addChoice(const QString &label, const char *name);
    void addButtons();

    const Theme &m_theme;
    QComboBox *m_questions = nullptr;
    QComboBox *m_text;
    QComboBox *m_paper;
    QComboBox *m_orientation;
    Wish m_wish = Wish::Preview;
};

/// Asks, then shows the preview or saves a PDF; what went wrong stands in the message bar. `target` is 0-1.
void printReport(const Ui &ui, QWidget *parent, const ReportDesk &desk, const Certification &certification,
    const ReportDesk::Report &report, double target);
void printReadiness(const Ui &ui, QWidget *parent, const ReadinessPaper &paper);
void printErrorBook(const Ui &ui, QWidget *parent, const ReportDesk &desk, const Certification &certification);
void printDossier(const Ui &ui, QWidget *parent, const Dossier &dossier);

} // namespace lectern
