// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include "theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <algorithm>

namespace lectern
{

namespace
{

constexpr double blurredFrom = 0.15; ///< the share from which an icon is scaled to its size at the cost of sharpness

/// Themes draw these filled or in several colours, of which a tint leaves a blot: ours come first.
bool drawnFilled(const QString &name)
{
    const QLatin1String names[] = {QLatin1String("checkmark"), QLatin1String("dialog-error"),
        QLatin1String("dialog-information"), QLatin1String("dialog-warning"), QLatin1String("window-close")};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Back and forward change places where reading begins at the right.
QString pointing(const QString &name)
{
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft)
        return name;
    const QLatin1String back("go-previous");
    const QLatin1String forward("go-next");
    return name == back ? QString(forward) : name == forward ? QString(back) : name;
}

/// Tints when painting, so that icons follow a change of the theme without being made anew.
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(const Theme &theme, const QString &name, const QColor &color)
        : m_theme(theme)
        , m_name(name)
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QPixmap pixmap = scaledPixmap(rect.size(), mode, state, painter->device()->devicePixelRatio());
        QRect place(QPoint(), pixmap.deviceIndependentSize().toSize());
        place.moveCenter(rect.center());
        painter->drawPixmap(place, pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QColor color = tint(mode);
        const QString key = QStringLiteral("lectern-%1-%2-%3-%4-%5-%6")
                                .arg(QIcon::themeName(), m_name, color.name(QColor::HexArgb))
                                .arg(std::min(size.width(), size.height()))
                                .arg(scale)
                                .arg(int(state));
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(size, color, state, scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIcon(*this); }

private:
    QPixmap drawn(const QSize &size, const QColor &color, QIcon::State state, qreal scale)
    {
        // Line drawings come at 16 and 22; what a theme has for larger sizes is filled or coloured. Whole multiples
        // of them stay sharp, and a pixel more or less than was asked for does not show.
        const double wanted = std::min(size.width(), size.height()) * scale;
        if (wanted < 1)
            return {};
        const int base = qRound(wanted) % 22 == 0 ? 22 : 16;
        const int multiple = std::max(1, qRound(wanted / base));
        QPixmap pixmap = source().pixmap(QSize(base, base), multiple, QIcon::Normal, state);
        if (pixmap.isNull())
            return pixmap;
        if (std::abs(pixmap.width() - wanted) > wanted * blurredFrom)
            pixmap = pixmap.scaled(qRound(wanted), qRound(wanted), Qt::KeepAspectRatio, Qt::SmoothTransformation);
        pixmap.setDevicePixelRatio(scale);
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRect(QPoint(), pixmap.size()), color);
        return pixmap;
    }

    QColor tint(QIcon::Mode mode) const
    {
        const Tokens &tokens = m_theme.tokens();
        if (mode == QIcon::Disabled)
            return tokens.muted;
        return m_color.isValid() ? m_color : tokens.text;
    }

    const QIcon &source()
    {
        if (m_source.isNull()) {
            const QString name = pointing(m_name);
            const QString own = QStringLiteral(":/icons/%1.svg").arg(name);
            if (!drawnFilled(name))
                m_source = QIcon::fromTheme(name);
            if (m_source.isNull() && QFile::exists(own))
                m_source = QIcon(own);
        }
        return m_source;
    }

    const Theme &m_theme;
    QString m_name;
    QColor m_color;
    QIcon m_source; ///< looked up when first painted: finding one reads the theme's index
};

} // namespace

QIcon symbolicIcon(const Theme &theme, const QString &name, QColor color)
{
    return QIcon(new TintedIcon(theme, name, color));
}

} // namespace lectern
