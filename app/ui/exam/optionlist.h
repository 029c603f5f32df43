// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRadioButton>
#include <memory>

class QButtonGroup;
class QTextDocument;
class QVBoxLayout;

namespace lectern
{

class Theme;
struct Option;

/// One option: a radio button with a letter whose text wraps, so that it is always shown whole.
class OptionRow : public QRadioButton
{
    Q_OBJECT
public:
    OptionRow(const Theme &theme, int index, QWidget *parent);
    ~OptionRow() override;

    void setOption(const QString &markdown);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void arrowPressed(int index, int key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &pos) const override;

private:
    void render();
    int textLeft() const;

    const Theme &m_theme;
    int m_index;
    QString m_markdown;
    std::unique_ptr<QTextDocument> m_text;
};

/// The options of a question as one radio group. Rows are kept from question to question.
class OptionList : public QWidget
{
    Q_OBJECT
public:
    explicit OptionList(const Theme &theme, QWidget *parent = nullptr);

    /// `options` in the order in which they are displayed.
    void setOptions(const QList<Option> &options);
    void setChosen(int index); ///< -1: none
    int chosen() const;
    int count() const { return m_count; }
    OptionRow *row(int index) const { return m_rows.at(index); }
    bool holdsFocus() const;
    /// Focuses the chosen option, else the first.
    void takeFocus();

Q_SIGNALS:
    void picked(int index); ///< by the candidate

private:
    void addRow();

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<OptionRow *> m_rows;
    int m_count = 0;
};

} // namespace lectern
