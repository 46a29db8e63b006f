package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Gateways;
import io.weir.payments.spi.Gateway;
import io.weir.payments.store.NoticeList;
import io.weir.payments.store.SettingRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Installation;
import io.weir.platform.api.TenantScoped;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What tenants tell their gateways: sealed as it comes in, and shown only where it is no secret. */
@ApplicationScoped
@Transactional
@TenantScoped
public class ToldGateways implements Gateways {
    private static final int LONGEST_VALUE = 4000;

    @Inject
    TenantGateways gateways;
    @Inject
    Merchants merchants;
    @Inject
    SettingRows rows;
    @Inject
    NoticeList notices;
    @Inject
    GatewayTrials trials;
    @Inject
    Installation installation;
    @Inject
    AuditLog audit;

    @Override
    public List<View> all(TenantId id) {
        var tenant = gateways.tenant(id);
        var offered = gateways.offered(tenant);
        return Stream.concat(offered.stream(), gateways.all().stream().filter(gateway -> !offered.contains(gateway)))
                .map(gateway -> view(tenant, gateway, offered.contains(gateway))).toList();
    }

    @Override
    public View gateway(TenantId id, String name) {
        var tenant = gateways.tenant(id);
        var gateway = known(name);
        return view(tenant, gateway, gateways.offered(tenant).contains(gateway));
    }

    @Override
    public Optional<String> shown(TenantId id, String name, String setting) {
        return gateways.all().stream().filter(gateway -> gateway.name().equals(name))
                .filter(gateway -> Merchants.declared(gateway, setting).filter(known -> !known.secret()).isPresent())
                .flatMap(gateway -> merchants.of(gateways.tenant(id), gateway).setting(setting).stream()).findFirst();
    }

    @Override
    public View set(TenantId id, String name, Map<String, String> settings) {
        var gateway = known(name);
        check(gateway, settings);
        settings.forEach((setting, value) -> {
            if (value == null || value.isBlank()) {
                rows.remove(id, gateway.name(), setting);
            } else {
                rows.put(id, gateway.name(), setting, value.strip());
            }
        });
        audit.record(id, "gateway.set", "gateway/" + gateway.name(), null, Map.of("names",
                String.join(", ", new TreeSet<>(settings.keySet()))));
        return gateway(id, name);
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Health check(TenantId id, String name) {
        var gateway = known(name);
        return trials.ask(gateway, gateways.merchant(gateways.tenant(id), gateway));
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Health sendTestNotice(TenantId id, String name) {
        var gateway = known(name);
        var tenant = gateways.tenant(id);
        return trials.sendNotice(gateway, gateways.merchant(tenant, gateway), noticeUrl(tenant, gateway));
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Health registerWebhook(TenantId id, String name) {
        var gateway = known(name);
        var tenant = gateways.tenant(id);
        return trials.register(gateway, gateways.merchant(tenant, gateway), noticeUrl(tenant, gateway));
    }

    private View view(Tenant tenant, Gateway gateway, boolean offered) {
        return new View(gateway.name(), gateway.isManual(), offered,
                gateway.isConfigured(merchants.of(tenant, gateway)), noticeUrl(tenant, gateway),
                settings(tenant, gateway), gateway.checkup().isPresent(),
                gateway.webhookRegistration().isPresent(), notices.stateOf(tenant.id(), gateway.name()));
    }

    /** Those that the gateway names, and what else the tenant has told it, such as the prices of its plans. */
    private List<SettingView> settings(Tenant tenant, Gateway gateway) {
        var own = merchants.own(tenant, gateway);
        var all = merchants.of(tenant, gateway);
        var named = new LinkedHashMap<String, Boolean>();
        gateway.settings().forEach(setting -> named.put(setting.name(), setting.secret()));
        // A name that the gateway does not know may be a mistyped secret: its value is not shown either.
        own.keySet().stream().sorted().forEach(name -> named.putIfAbsent(name, !name.contains("_PRICE_")));
        return named.entrySet().stream().map(setting -> {
            var source = own.containsKey(setting.getKey()) || tenant.setting(setting.getKey()).isPresent()
                    ? Source.TENANT : all.has(setting.getKey()) ? Source.INSTALLATION : Source.NOT_SET;
            var shown = setting.getValue() ? Optional.<String>empty() : all.setting(setting.getKey());
            return new SettingView(setting.getKey(), setting.getValue(), source, shown);
        }).toList();
    }

    private void check(Gateway gateway, Map<String, String> settings) {
        settings.forEach((name, value) -> {
            boolean fits = Merchants.isOf(gateway, name) && name.matches("[A-Z][A-Z0-9_]{0,99}")
                    && merchants.isTenantsToSay(gateway, name);
            if (!fits || gateway.settings().isEmpty()) {
                throw Refusal.invalidField(name, "NOT_AN_OPTION").asException();
            }
            if (value != null && value.length() > LONGEST_VALUE) {
                throw Refusal.invalidField(name, "TOO_LONG").asException();
            }
        });
    }

    private String noticeUrl(Tenant tenant, Gateway gateway) {
        return installation.baseUrl() + "/api/webhooks/" + gateway.name() + "/" + tenant.slug();
    }

    private Gateway known(String name) {
        return gateways.all().stream().filter(gateway -> gateway.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notFound("GATEWAY_UNKNOWN", name).asException());
    }
}
