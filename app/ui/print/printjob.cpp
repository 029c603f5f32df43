// SPDX-License-Identifier: GPL-3.0-or-later
#include "printjob.h"

#include "dialogs.h"
#include "dossierprint.h"
#include "errorbookprint.h"
#include "messagebar.h"
#include "printpreview.h"
#include "theme.h"
#include "ui.h"
#include "widgets.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLocale>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintJob)
};

void fulfil(const Ui &ui, QWidget *parent, const QString &suggested, const PrintSheet &sheet, const PrintDialog &wishes)
{
    if (wishes.wish() == PrintDialog::Wish::Pdf) {
        savePdfAs(ui, parent, suggested,
            [&](const QString &path) { return writeSheetPdf(path, sheet, wishes.paper(), wishes.textPercent()); });
        return;
    }
    previewPrint(ui, parent, wishes.windowTitle(), sheet.title, wishes.paper(),
        [&](QPagedPaintDevice &device) { paintSheet(device, sheet, wishes.textPercent()); });
}

} // namespace

PrintDialog::PrintDialog(const Theme &theme, const QString &title, bool questions, QWidget *parent)
    : FormDialog(theme, title, parent)
    , m_theme(theme)
{
    if (questions) {
        m_questions = addChoice(tr("&Questions"), "questions");
        m_questions->addItem(tr("All questions"), int(ReportPaper::Questions::All));
        m_questions->addItem(tr("Wrong and blank ones only"), int(ReportPaper::Questions::Wrong));
        m_questions->addItem(tr("No questions"), int(ReportPaper::Questions::None));
    }
    m_text = addChoice(tr("&Text size"), "textSize");
    for (const int size : {100, 125, 150})
        m_text->addItem(tr("%1 %", "size of text").arg(QLocale().toString(size)), size);
    m_paper = addChoice(tr("&Paper"), "paper");
    for (const QPageSize::PageSizeId size : {QPageSize::A4, QPageSize::A3, QPageSize::Letter})
        m_paper->addItem(QPageSize::name(size), int(size));
    m_paper->setCurrentIndex(m_paper->findData(int(paperLayout().pageSize().id())));
    m_orientation = addChoice(tr("&Orientation"), "orientation");
    m_orientation->addItem(tr("Upright"), int(QPageLayout::Portrait));
    m_orientation->addItem(tr("Across"), int(QPageLayout::Landscape));
    addButtons();
}

QComboBox *PrintDialog::addChoice(const QString &label, const char *name)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    auto *caption = new QLabel(label, this);
    caption->setBuddy(choice);
    choice->setAccessibleName(QString(label).remove(u'&'));
    auto *pair = new QVBoxLayout;
    pair->setSpacing(m_theme.px(space::xs));
    pair->addWidget(caption);
    pair->addWidget(choice);
    body().addLayout(pair);
    return choice;
}

void PrintDialog::addButtons()
{
    QPushButton *print = buttons().addButton(tr("P&review and print…"), QDialogButtonBox::ActionRole);
    QPushButton *save = buttons().addButton(tr("&Save as PDF…"), QDialogButtonBox::ActionRole);
    buttons().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    print->setObjectName(QStringLiteral("preview"));
    save->setObjectName(QStringLiteral("savePdf"));
    print->setDefault(true);
    connect(print, &QAbstractButton::clicked, this, [this] {
        m_wish = Wish::Preview;
        accept();
    });
    connect(save, &QAbstractButton::clicked, this, [this] {
        m_wish = Wish::Pdf;
        accept();
    });
}

ReportPaper::Questions PrintDialog::questions() const
{
    return m_questions ? ReportPaper::Questions(m_questions->currentData().toInt()) : ReportPaper::Questions::All;
}

QPageLayout PrintDialog::paper() const
{
    return paperLayout(QPageSize::PageSizeId(m_paper->currentData().toInt()),
        QPageLayout::Orientation(m_orientation->currentData().toInt()));
}

int PrintDialog::textPercent() const
{
    return m_text->currentData().toInt();
}

void printReport(const Ui &ui, QWidget *parent, const ReportDesk &desk, const Certification &certification,
    const ReportDesk::Report &report, double target)
{
    PrintDialog wishes(ui.theme, Words::tr("Print the report"), true, parent);
    if (!ui.dialogs.run(wishes))
        return;
    fulfil(ui, parent, Words::tr("exam-report", "file name"),
        reportSheet(desk, certification, report, {wishes.questions(), target}), wishes);
}

void printReadiness(const Ui &ui, QWidget *parent, const ReadinessPaper &paper)
{
    PrintDialog wishes(ui.theme, Words::tr("Print readiness"), false, parent);
    if (!ui.dialogs.run(wishes))
        return;
    fulfil(ui, parent, Words::tr("readiness", "file name"), readinessSheet(paper), wishes);
}

void printErrorBook(const Ui &ui, QWidget *parent, const ReportDesk &desk, const Certification &certification)
{
    const auto book = desk.errorBook();
    if (!book) {
        ui.messages.showError(book.error());
        return;
    }
    PrintDialog wishes(ui.theme, Words::tr("Print the error book"), false, parent);
    if (!ui.dialogs.run(wishes))
        return;
    fulfil(ui, parent, Words::tr("error-book", "file name"), errorBookSheet(desk, certification, *book), wishes);
}

void printDossier(const Ui &ui, QWidget *parent, const Dossier &dossier)
{
    PrintDialog wishes(ui.theme, Words::tr("Make the dossier"), false, parent);
    if (!ui.dialogs.run(wishes))
        return;
    fulfil(ui, parent, Words::tr("dossier", "file name"), dossierSheet(dossier), wishes);
}

} // namespace lectern
