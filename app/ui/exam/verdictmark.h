// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace lectern
{

class Theme;

/// Right or wrong as a tick or a cross; a word always stands beside it.
enum class Verdict { None, Right, Wrong };

void paintVerdict(QPainter &painter, const QRectF &box, Verdict verdict, const Theme &theme);

class VerdictMark : public QWidget
{
    Q_OBJECT
public:
    VerdictMark(const Theme &theme, Verdict verdict, QWidget *parent = nullptr);
    void setVerdict(Verdict verdict);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Verdict m_verdict;
};

} // namespace lectern
