// SPDX-License-Identifier: GPL-3.0-or-later
#include "planprintdialog.h"

#include "dialogs.h"
#include "messagebar.h"
#include "plandesk.h"
#include "planwords.h"
#include "printpreview.h"
#include "printsheet.h"
#include "theme.h"
#include "ui.h"
#include "widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLocale>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QScreen>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int leastPreview = 320;
constexpr QSize usualSize(960, 700);
constexpr double mostOfTheScreen = 0.9;
} // namespace

PlanPrintDialog::PlanPrintDialog(
    const Theme &theme, const PlanPaper &paper, PlanSheet sheet, QDate inSight, QWidget *parent)
    : FormDialog(theme, tr("Print the plan"), parent)
    , m_theme(theme)
    , m_paper(paper)
    , m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution))
    , m_halves(new QHBoxLayout)
    , m_inSight(std::clamp(inSight, paper.first, paper.last))
{
    m_printer->setResolution(paperResolution);
    m_halves->setSpacing(theme.px(space::xl));
    auto *choices = new QVBoxLayout;
    choices->setSpacing(theme.px(space::m));
    m_halves->addLayout(choices);
    body().addLayout(m_halves, 1);

    m_sheet = addChoice(*choices, tr("&Sheet"), "sheet");
    m_sheet->addItem(tr("Week timetable"), int(PlanSheet::Week));
    m_sheet->addItem(tr("Month"), int(PlanSheet::Month));
    m_sheet->addItem(tr("12 weeks for the wall"), int(PlanSheet::Wall));
    m_sheet->addItem(tr("Agenda"), int(PlanSheet::Agenda));
    if (paper.appointment.booked())
        m_sheet->addItem(tr("The day of the exam"), int(PlanSheet::ExamDay));
    m_from = addChoice(*choices, tr("&From"), "from");
    m_to = addChoice(*choices, tr("&To"), "to");
    m_text = addChoice(*choices, tr("Text si&ze"), "textSize");
    for (const int size : {100, 125, 150})
        m_text->addItem(tr("%1 %", "size of text").arg(QLocale().toString(size)), size);
    m_size = addChoice(*choices, tr("&Paper"), "paper");
    for (const QPageSize::PageSizeId size : {QPageSize::A4, QPageSize::A3, QPageSize::Letter})
        m_size->addItem(QPageSize::name(size), int(size));
    m_size->setCurrentIndex(m_size->findData(int(paperLayout().pageSize().id())));
    m_orientation = addChoice(*choices, tr("&Orientation"), "orientation");
    m_orientation->addItem(tr("Upright"), int(QPageLayout::Portrait));
    m_orientation->addItem(tr("Across"), int(QPageLayout::Landscape));
    choices->addStretch();
    m_halves->addWidget(makePreview(), 1);
    addButtons();

    m_sheet->setCurrentIndex(std::max(0, m_sheet->findData(int(sheet))));
    chooseSheet();
    connect(m_sheet, &QComboBox::currentIndexChanged, this, &PlanPrintDialog::chooseSheet);
    connect(m_from, &QComboBox::currentIndexChanged, this, [this] { keepOrder(true); });
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] { keepOrder(false); });
    for (QComboBox *choice : {m_text, m_size, m_orientation})
        connect(choice, &QComboBox::currentIndexChanged, this, &PlanPrintDialog::refresh);
}

PlanPrintDialog::~PlanPrintDialog()
{
    // It paints with the printer until it is gone.
    delete m_preview;
}

QComboBox *PlanPrintDialog::addChoice(QVBoxLayout &column, const QString &label, const char *name)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(choice);
    choice->setAccessibleName(QString(label).remove(u'&'));
    auto *pair = new QVBoxLayout;
    pair->setSpacing(m_theme.px(space::xs));
    pair->addWidget(caption);
    pair->addWidget(choice);
    column.addLayout(pair);
    return choice;
}

QWidget *PlanPrintDialog::makePreview()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(space::s));
    m_preview = new QPrintPreviewWidget(m_printer.get(), holder);
    m_preview->setObjectName(QStringLiteral("sheetPreview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setMinimumSize(leastPreview, leastPreview);
    m_preview->setViewMode(QPrintPreviewWidget::SinglePageView);
    m_preview->fitInView();
    column->addWidget(m_preview, 1);
    auto *row = new QHBoxLayout;
    m_back = iconButton(m_theme, QStringLiteral("go-previous"), tr("Previous page"));
    m_forward = iconButton(m_theme, QStringLiteral("go-next"), tr("Next page"));
    m_back->setObjectName(QStringLiteral("previousPage"));
    m_forward->setObjectName(QStringLiteral("nextPage"));
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_PageUp));
    m_forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_PageDown));
    m_back->setToolTip(tr("Previous page (Alt+Page Up)"));
    m_forward->setToolTip(tr("Next page (Alt+Page Down)"));
    m_pageText = new TextLabel(m_theme, Theme::Role::Body, {}, holder);
    m_pageText->setObjectName(QStringLiteral("pageText"));
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_pageText);
    row->addWidget(m_forward);
    row->addStretch();
    column->addLayout(row);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
        [this](QPrinter *printer) { paintPlan(*printer, m_paper, print()); });
    connect(m_preview, &QPrintPreviewWidget::previewChanged, this, &PlanPrintDialog::showPage);
    // The preview says nothing of a page it was turned to.
    const auto turn = [this](int pages) {
        m_preview->setCurrentPage(m_preview->currentPage() + pages);
        showPage();
    };
    connect(m_back, &QAbstractButton::clicked, this, [turn] { turn(-1); });
    connect(m_forward, &QAbstractButton::clicked, this, [turn] { turn(1); });
    return holder;
}

QSize PlanPrintDialog::sizeHint() const
{
    return FormDialog::sizeHint().expandedTo(usualSize).boundedTo(screen()->availableSize() * mostOfTheScreen);
}

void PlanPrintDialog::addButtons()
{
    QPushButton *print = buttons().addButton(tr("P&rint…"), QDialogButtonBox::ActionRole);
    QPushButton *save = buttons().addButton(tr("Sa&ve as PDF…"), QDialogButtonBox::ActionRole);
    buttons().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    print->setObjectName(QStringLiteral("printSheet"));
    save->setObjectName(QStringLiteral("savePdf"));
    print->setDefault(true);
    connect(print, &QAbstractButton::clicked, this, [this] {
        m_wish = Wish::Print;
        accept();
    });
    connect(save, &QAbstractButton::clicked, this, [this] {
        m_wish = Wish::Pdf;
        accept();
    });
}

void PlanPrintDialog::chooseSheet()
{
    const auto sheet = PlanSheet(m_sheet->currentData().toInt());
    {
        const QSignalBlocker quiet(m_orientation);
        m_orientation->setCurrentIndex(m_orientation->findData(int(usualOrientation(sheet))));
    }
    fillRange(m_inSight);
    arrange();
    refresh();
}

void PlanPrintDialog::arrange()
{
    int choices = 0;
    for (const QComboBox *choice : {m_sheet, m_from, m_to, m_text, m_size, m_orientation})
        choices = std::max(choices, choice->sizeHint().width());
    const int margins = 2 * m_theme.px(space::xl) + m_halves->spacing();
    const int scroll = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const bool beside =
        choices + leastPreview + margins + scroll <= int(screen()->availableSize().width() * mostOfTheScreen);
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void PlanPrintDialog::fillRange(QDate inSight)
{
    const auto sheet = PlanSheet(m_sheet->currentData().toInt());
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    for (QComboBox *choice : {m_from, m_to}) {
        choice->clear();
        choice->setEnabled(sheet != PlanSheet::ExamDay);
    }
    if (sheet == PlanSheet::ExamDay)
        return;
    const bool months = sheet == PlanSheet::Month;
    const auto begin = [months](QDate date) { return months ? QDate(date.year(), date.month(), 1) : mondayOf(date); };
    for (QDate date = begin(m_paper.first); date <= m_paper.last; date = months ? date.addMonths(1) : date.addDays(7)) {
        const QString text =
            months ? monthText(date)
                   : tr("Week %1, %2", "number, days").arg(m_paper.week(date)).arg(spanText(date, date.addDays(6)));
        m_from->addItem(text, date);
        m_to->addItem(text, date);
    }
    const int seen = std::max(0, m_from->findData(begin(inSight)));
    m_from->setCurrentIndex(sheet == PlanSheet::Wall ? 0 : seen);
    m_to->setCurrentIndex(sheet == PlanSheet::Week || sheet == PlanSheet::Month ? seen : m_to->count() - 1);
}

void PlanPrintDialog::keepOrder(bool fromMoved)
{
    if (m_from->currentIndex() > m_to->currentIndex()) {
        QComboBox *other = fromMoved ? m_to : m_from;
        const QSignalBlocker quiet(other);
        other->setCurrentIndex((fromMoved ? m_from : m_to)->currentIndex());
    }
    refresh();
}

PlanPrint PlanPrintDialog::print() const
{
    PlanPrint print;
    print.sheet = PlanSheet(m_sheet->currentData().toInt());
    print.textPercent = m_text->currentData().toInt();
    print.from = m_from->currentData().toDate();
    print.to = m_to->currentData().toDate();
    if (print.to.isValid())
        print.to = print.sheet == PlanSheet::Month ? print.to.addMonths(1).addDays(-1) : print.to.addDays(6);
    return print;
}

QPageLayout PlanPrintDialog::pageLayout() const
{
    return paperLayout(QPageSize::PageSizeId(m_size->currentData().toInt()),
        QPageLayout::Orientation(m_orientation->currentData().toInt()));
}

void PlanPrintDialog::refresh()
{
    m_printer->setPageLayout(pageLayout());
    m_preview->updatePreview();
    m_preview->setCurrentPage(1);
    showPage();
}

void PlanPrintDialog::showPage()
{
    const int page = m_preview->currentPage();
    const int pages = m_preview->pageCount();
    m_pageText->setText(tr("Page %1 of %2").arg(QLocale().toString(page), QLocale().toString(pages)));
    m_back->setEnabled(page > 1);
    m_forward->setEnabled(page < pages);
}

namespace
{

/// Sends the sheet to the printer that is chosen next.
void printOut(const Ui &ui, QWidget *parent, const PlanPaper &paper, const PlanPrintDialog &wishes)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setResolution(paperResolution);
    printer.setPageLayout(wishes.pageLayout());
    printer.setDocName(PlanPrintDialog::tr("Study schedule"));
    printer.setCreator(QStringLiteral("Lectern"));
    QPrintDialog choice(&printer, parent);
    choice.setOption(QAbstractPrintDialog::PrintPageRange, false);
    if (!ui.dialogs.run(choice))
        return;
    if (paintPlan(printer, paper, wishes.print()) > 0)
        ui.messages.showInfo(
            printer.outputFileName().isEmpty()
                ? PlanPrintDialog::tr("Sent to the printer.")
                : PlanPrintDialog::tr("Saved to %1.").arg(QDir::toNativeSeparators(printer.outputFileName())));
    else
        ui.messages.showError(Error{ErrorCode::FileNotWritable,
            PlanPrintDialog::tr("the printer took no page; save a PDF instead, or choose another printer"),
            printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName()});
}

} // namespace

void printPlan(const Ui &ui, QWidget *parent, const PlanDesk &desk, PlanSheet sheet, QDate inSight)
{
    const PlanPaper paper(desk);
    PlanPrintDialog wishes(ui.theme, paper, sheet, inSight, parent);
    if (!ui.dialogs.run(wishes))
        return;
    if (wishes.wish() == PlanPrintDialog::Wish::Print)
        printOut(ui, parent, paper, wishes);
    else
        savePdfAs(ui, parent, PlanPrintDialog::tr("study-plan", "file name"),
            [&](const QString &path) { return writePlanPdf(path, paper, wishes.print(), wishes.pageLayout()); });
}

} // namespace lectern
