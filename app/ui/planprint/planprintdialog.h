// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"
#include "scheduleprint.h"

#include <memory>

class QAbstractButton;
class QBoxLayout;
class QComboBox;
class QPrinter;
class QPrintPreviewWidget;

namespace lectern
{

class TextLabel;
struct Ui;

/// Asks which sheet of the plan goes on which paper and shows it as it will be.
class PlanPrintDialog : public FormDialog
{
    Q_OBJECT
public:
    enum class Wish { Print, Pdf };

    /// Begins with `sheet` of what `inSight` lies in. The paper outlives the dialog.
    PlanPrintDialog(
        const Theme &theme, const PlanPaper &paper, PlanSheet sheet, QDate inSight, QWidget *parent = nullptr);
    ~PlanPrintDialog() override;

    Wish wish() const { return m_wish; } ///< once accepted
    PlanPrint print() const;
    QPageLayout pageLayout() const;
    QSize sizeHint() const override;                 ///< with a preview that can be read, where the screen has room
    QPrinter &printer() const { return *m_printer; } ///< that the preview is painted for

private:
    QComboBox *addChoice(class QVBoxLayout &column, const QString &label, const char *name);
    QWidget *makePreview();
    void addButtons();
    void fillRange(QDate inSight);
    void keepOrder(bool fromMoved);
    void chooseSheet();
    void arrange(); ///< the preview beside the choices, or below them where that is too wide
    void refresh();
    void showPage();

    const Theme &m_theme;
    const PlanPaper &m_paper;
    std::unique_ptr<QPrinter> m_printer;
    QBoxLayout *m_halves;
    QComboBox *m_sheet;
    QComboBox *m_from;
    QComboBox *m_to;
    QComboBox *m_text;
    QComboBox *m_size;
    QComboBox *m_orientation;
    QPrintPreviewWidget *m_preview = nullptr;
    TextLabel *m_pageText = nullptr;
    QAbstractButton *m_back = nullptr;
    QAbstractButton *m_forward = nullptr;
    QDate m_inSight;
    Wish m_wish = Wish::Print;
};

/// Asks, then prints or saves a PDF; what went wrong stands in the message bar.
void printPlan(const Ui &ui, QWidget *parent, const PlanDesk &desk, PlanSheet sheet, QDate inSight);

} // namespace lectern
