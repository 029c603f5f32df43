// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdictmark.h"

#include <QHash>
#include <QRadioButton>
#include <functional>
#include <memory>

class QTextDocument;

namespace lectern
{

class Theme;

/// One option: a radio button, or a check box where several are to be chosen, with a letter and text that wraps, so
/// that it is always shown whole.
class OptionRow : public QRadioButton
{
    Q_OBJECT
public:
    enum class Kind { One, Several };
    OptionRow(const Theme &theme, Kind kind, int index, QWidget *parent);
    ~OptionRow() override;

    void setOption(const QString &markdown);
    void setStruck(bool struck);
    bool struck() const { return m_struck; }
    void setVerdict(Verdict verdict); ///< Right: it is a key; Wrong: it was chosen and is none
    Verdict verdict() const { return m_verdict; }
    static QString verdictWord(Verdict verdict);
    void setZoom(int percent);
    /// Asked before a click changes anything.
    void setGate(std::function<bool()> gate) { m_gate = std::move(gate); }

    int textLeft() const; ///< where the text begins, from the side where reading begins
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void arrowPressed(int index, int key);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &pos) const override;
    void nextCheckState() override;

private:
    void render();
    void rename();
    QFont reading() const;
    void paintMark(QPainter &painter, const QRectF &area) const;

    const Theme &m_theme;
    Kind m_kind;
    int m_index;
    int m_zoom = 100;
    bool m_struck = false;
    Verdict m_verdict = Verdict::None;
    std::function<bool()> m_gate;
    QString m_markdown;
    std::unique_ptr<QTextDocument> m_text;
    mutable QHash<int, int> m_heights; ///< by width
};

} // namespace lectern
