package io.weir.webadmin;

import io.weir.payments.api.Gateways;
import io.weir.payments.api.Gateways.Health;
import io.weir.payments.api.Gateways.SettingView;
import io.weir.payments.api.Gateways.Source;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** One gateway: what the tenant tells it, and whether it works. Secrets go in and are never shown. */
@Named("gateway")
@RequestScoped
public class GatewayPage {
    @Inject
    private Gateways gateways;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Gateways.View view;
    private GatewayState state;
    private List<Setting> settings;
    private Health health;

    @PostConstruct
    void find() {
        view = gateways.gateway(visitor.tenantId(), visitor.parameter("name").orElse(""));
        state = GatewayState.of(view);
        settings = view.settings().stream().map(this::setting).toList();
    }

    private Setting setting(SettingView setting) {
        var source = setting.source();
        return new Setting(setting.name(), setting.secret(), format.word("setting", setting.name()),
                setting.value().orElse(""), source == Source.TENANT, source != Source.NOT_SET,
                format.text("source." + source.name().toLowerCase(Locale.ROOT)),
                source == Source.NOT_SET ? "" : source == Source.TENANT ? "active" : "later");
    }

    public String save() {
        var wish = SettingWish.read(settings.stream().map(Setting::name).toList(), visitor::parameter);
        if (SettingWish.isHalf(visitor::parameter) || wish.isEmpty()) {
            notices.wrong(null, format.text(wish.isEmpty() ? "nothingToSave" : "settingHalf"));
            return null;
        }
        return notices.attempt("form", () -> {
            gateways.set(visitor.tenantId(), view.name(), wish);
            notices.done(format.text("settingsSaved", String.join(", ", wish.keySet())));
            return "/gateway?faces-redirect=true&name=" + view.name();
        });
    }

    public String check() {
        return attempt(() -> gateways.check(visitor.tenantId(), view.name()));
    }

    public String sendTestNotice() {
        return attempt(() -> gateways.sendTestNotice(visitor.tenantId(), view.name()));
    }

    public String register() {
        return attempt(() -> gateways.registerWebhook(visitor.tenantId(), view.name()));
    }

    /** The answer is on this page and nowhere else. */
    private String attempt(Supplier<Health> trial) {
        return notices.attempt("trial", () -> {
            health = trial.get();
            return null;
        });
    }

    public String getName() {
        return view.name();
    }

    public String getTitle() {
        return format.word("gateway", view.name());
    }

    public String getAbout() {
        return format.word("gatewayAbout", view.name());
    }

    public String getStateText() {
        return format.text("gatewayState." + state.word());
    }

    public String getStateStyle() {
        return state.style();
    }

    public Gateways.View getView() {
        return view;
    }

    /** What a provider would have to know, for one that has a provider. */
    public boolean isTold() {
        return !settings.isEmpty();
    }

    public String getLastNotice() {
        return format.time(view.inbox().lastNoticeAt());
    }

    public List<Setting> getSettings() {
        return settings;
    }

    public Health getHealth() {
        return health;
    }

    /** How the names of its further settings begin. */
    public String getPrefix() {
        return view.name().toUpperCase(Locale.ROOT) + "_";
    }

    /**
     * {@code value}: what everybody may see of it, or empty; {@code own}: the tenant's, which it can take back; {@code
     * given}: the tenant's or the installation's.
     */
    public record Setting(String name, boolean secret, String title, String value, boolean own, boolean given,
                          String source, String style) {
    }
}
