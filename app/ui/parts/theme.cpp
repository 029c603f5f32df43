// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "controlstyle.h"
#include "desktopscheme.h"
#include "stylesheet.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QIcon>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>

namespace lectern
{

namespace
{

/// The font height that the lengths of the design were drawn at.
constexpr double drawnFontHeight = 18.0;
constexpr double smallestScale = 0.85;
constexpr double smallestPoints = 8.5;

double factor(Theme::Role role)
{
    switch (role) {
    case Theme::Role::Score:
        return 2.6;
    case Theme::Role::Figure:
        return 1.6;
    case Theme::Role::Heading:
        return 1.25;
    case Theme::Role::Reading:
        return 1.05;
    case Theme::Role::Small:
        return 0.9;
    case Theme::Role::Chip:
        return 0.85;
    case Theme::Role::Body:
    case Theme::Role::Code:
        break;
    }
    return 1.0;
}

bool bold(Theme::Role role)
{
    return role == Theme::Role::Score || role == Theme::Role::Figure || role == Theme::Role::Heading ||
           role == Theme::Role::Chip;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, const QColor &color) {
        for (const QPalette::ColorRole role : roles)
            palette.setColor(role, color);
    };
    set({QPalette::Window}, t.surface);
    set({QPalette::Base, QPalette::Button, QPalette::ToolTipBase}, t.raised);
    set({QPalette::AlternateBase}, t.surface);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}, t.text);
    set({QPalette::PlaceholderText}, t.muted);
    set({QPalette::BrightText}, t.bad);
    set({QPalette::Highlight, QPalette::Link, QPalette::LinkVisited}, t.accent);
    set({QPalette::HighlightedText}, t.onAccent);
    set({QPalette::Light}, t.raised);
    set({QPalette::Midlight, QPalette::Mid}, t.line);
    set({QPalette::Dark, QPalette::Shadow}, t.edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.surface);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.track);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text);
    return palette;
}

QString styleSource()
{
    QFile file(QStringLiteral(":/style/lectern.qss"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Without a desktop Qt knows neither a theme nor where themes lie.
void findIcons()
{
    const QString breeze = QStringLiteral("breeze");
    QIcon::setFallbackThemeName(breeze);
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == QLatin1String("hicolor"))
        QIcon::setThemeName(breeze);
    QStringList paths = QIcon::themeSearchPaths();
    const QStringList shared = QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, QStringLiteral("icons"), QStandardPaths::LocateDirectory);
    for (const QString &path : shared) {
        if (!paths.contains(path))
            paths.append(path);
    }
    QIcon::setThemeSearchPaths(paths);
}

/// Whether no rule of the style sheet can apply to a widget: plain boxes and what paints itself. ".QPushButton" means
/// the class and not those derived from it.
bool beyondTheSheet(const QWidget &widget)
{
    const QMetaObject *meta = widget.metaObject();
    if (widget.isWindow() || widget.objectName() == QLatin1String("page") ||
        widget.objectName() == QLatin1String("link"))
        return false;
    if (meta == &QWidget::staticMetaObject)
        return !qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    if (!QLatin1String(meta->className()).startsWith(QLatin1String("lectern::")))
        return false;
    const QMetaObject *above = meta->superClass();
    while (QLatin1String(above->className()).startsWith(QLatin1String("lectern::")))
        above = above->superClass();
    return above == &QWidget::staticMetaObject || above == &QFrame::staticMetaObject ||
           above == &QAbstractButton::staticMetaObject || above == &QPushButton::staticMetaObject;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_desktop(new DesktopScheme(QGuiApplication::palette().color(QPalette::Window).lightness() < 128, this))
{
    findIcons();
    QApplication::setStyle(new ControlStyle(*this));
    apply();
    connect(m_desktop, &DesktopScheme::changed, this, [this] {
        if (m_choice == SchemeChoice::System)
            apply();
    });
}

Theme::~Theme()
{
    // The style draws with this theme's colours.
    if (qApp)
        QApplication::setStyle(QStringLiteral("Fusion"));
}

void Theme::setChoice(SchemeChoice choice)
{
    const bool was = dark();
    m_choice = choice;
    if (dark() != was)
        apply();
}

SchemeChoice Theme::choice() const
{
    return m_choice;
}

bool Theme::dark() const
{
    return m_choice == SchemeChoice::Dark || (m_choice == SchemeChoice::System && m_desktop->dark());
}

const Tokens &Theme::tokens() const
{
    return dark() ? darkTokens() : lightTokens();
}

QFont Theme::font(Role role) const
{
    QFont font = role == Role::Code ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font();
    const double base = QApplication::font().pointSizeF();
    if (base > 0)
        font.setPointSizeF(std::max(base * factor(role), std::min(base, smallestPoints)));
    else
        font.setPixelSize(qRound(QApplication::font().pixelSize() * factor(role)));
    font.setBold(bold(role));
    return font;
}

int Theme::px(int atHundredPercent) const
{
    return qRound(atHundredPercent * m_scale);
}

QMargins Theme::px(const QMargins &atHundredPercent) const
{
    return {px(atHundredPercent.left()), px(atHundredPercent.top()), px(atHundredPercent.right()),
        px(atHundredPercent.bottom())};
}

QColor Theme::domain(int index) const
{
    const auto &colors = tokens().domain;
    return index >= 0 && index < int(colors.size()) ? colors[size_t(index)] : tokens().edge;
}

QColor Theme::domainTint(int index) const
{
    const auto &colors = tokens().domainTint;
    return index >= 0 && index < int(colors.size()) ? colors[size_t(index)] : tokens().track;
}

Qt::BrushStyle Theme::domainPattern(int index)
{
    constexpr Qt::BrushStyle patterns[] = {Qt::BDiagPattern, Qt::FDiagPattern, Qt::HorPattern, Qt::VerPattern,
        Qt::Dense6Pattern, Qt::CrossPattern, Qt::DiagCrossPattern, Qt::Dense3Pattern, Qt::SolidPattern};
    return index >= 0 && index < int(std::size(patterns)) ? patterns[index] : Qt::NoBrush;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationFontChange)
        apply();
    if (event->type() == QEvent::StyleChange && watched->isWidgetType()) {
        // On its way to its place a widget is told of a new style at each step, though for these it is the same: for
        // nothing they would measure what they hold, and what is measured counts as polished, so that the next step
        // has the style sheet look at all of it.
        auto *widget = static_cast<QWidget *>(watched);
        // The sheet frames what it knows by name, which a frame learns here.
        const bool same = qobject_cast<QLabel *>(widget) || widget->metaObject() == &QScrollArea::staticMetaObject ||
                          (!qobject_cast<QFrame *>(widget) && beyondTheSheet(*widget));
        if (same && !widget->testAttribute(Qt::WA_WState_Created))
            return true;
    }
    if (event->type() == QEvent::Polish && watched->isWidgetType()) {
        // For each widget that the style sheet looks at it keeps 7 KB (a hash of Qt's least size), ten megabytes for
        // all pages.
        auto *widget = static_cast<QWidget *>(watched);
        if (beyondTheSheet(*widget)) {
            widget->setAttribute(Qt::WA_WState_Polished);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    m_scale = std::max(smallestScale, QFontMetricsF(QApplication::font()).height() / drawnFontHeight);
    QApplication::setPalette(paletteOf(tokens()));
    // This change of style is one, of which every widget is to know.
    qApp->removeEventFilter(this);
    qApp->setStyleSheet(fillStyleSheet(styleSource(), tokens(), m_scale));
    qApp->installEventFilter(this);
    Q_EMIT changed();
}

QFont zoomed(QFont font, int percent)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * percent / 100.0);
    else
        font.setPixelSize(font.pixelSize() * percent / 100);
    return font;
}

} // namespace lectern
