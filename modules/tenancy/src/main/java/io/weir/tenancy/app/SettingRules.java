package io.weir.tenancy.app;

import io.weir.kernel.api.Refusal;
import io.weir.tenancy.api.SettingRule;
import io.weir.tenancy.api.TenantDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks every module whether it can read what a tenant sets for it. */
@ApplicationScoped
public class SettingRules {
    private Iterable<SettingRule> rules;

    protected SettingRules() {
    }

    @Inject
    public SettingRules(@Any Instance<SettingRule> rules) {
        this.rules = rules;
    }

    SettingRules(List<SettingRule> rules) {
        this.rules = rules;
    }

    /** Refused: {@code VALIDATION_FAILED} with every setting that is wrong, as {@code settings.{key}}. */
    void check(TenantDefinition definition) {
        var faults = new TreeMap<String, String>();
        for (var rule : rules) {
            var value = definition.settings().getOrDefault(rule.key(), "");
            if (!value.isBlank()) {
                rule.fault(value, definition.currency())
                        .ifPresent(reason -> faults.put("settings." + rule.key(), reason));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), faults).asException();
        }
    }
}
