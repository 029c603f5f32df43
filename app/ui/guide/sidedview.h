// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace lectern
{

class Theme;

/// A reader with something to choose from beside it, above it where the window is narrow.
class SidedView : public QWidget
{
    Q_OBJECT
public:
    explicit SidedView(const Theme &theme, QWidget *parent = nullptr);

    void setSideShown(bool shown);
    bool sideShown() const { return m_sideShown; }
    /// Reads the records anew.
    virtual void refresh() = 0;

protected:
    /// Either may be null.
    void place(QWidget *side, QWidget *reader);
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    QBoxLayout *m_layout;
    QWidget *m_side = nullptr;
    bool m_sideShown = true;
};

} // namespace lectern
