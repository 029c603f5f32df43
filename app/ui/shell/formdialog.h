// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QScrollArea;
class QVBoxLayout;

namespace lectern
{

class Theme;

/// A dialog that grows with its content and whose content scrolls where the screen is too low for it (large text),
/// above buttons that stay in sight.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    FormDialog(const Theme &theme, const QString &title, QWidget *parent);
    ~FormDialog() override;

    /// As high as the content asks for, as far as the screen allows.
    QSize sizeHint() const override;
    void setVisible(bool visible) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    QVBoxLayout &body() { return *m_body; }
    QDialogButtonBox &buttons() { return *m_buttons; }
    void bring(QWidget &part); ///< scrolls it into sight

private:
    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_body;
    QDialogButtonBox *m_buttons;
};

} // namespace lectern
