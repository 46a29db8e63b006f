package io.weir.payments.app;

import io.weir.payments.domain.ApprovalRule;
import io.weir.tenancy.api.SettingRule;
import io.weir.tenancy.api.WholeNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Currency;
import java.util.Optional;

/** What tenants may set about payments. */
@ApplicationScoped
public class PaymentSettings {
    /** For how many days a notice is kept that needs nobody any more; longer than any provider repeats one. */
    static final WholeNumber NOTICE_DAYS = new WholeNumber("payments.notice-days", 30, 3650, 400);

    @Produces
    static SettingRule noticeDays() {
        return NOTICE_DAYS;
    }

    @Produces
    static SettingRule fourEyesAbove() {
        return new SettingRule() {
            @Override
            public String key() {
                return ApprovalRule.SETTING;
            }

            @Override
            public Optional<String> fault(String value, Currency currency) {
                return ApprovalRule.read(value, currency).isPresent() ? Optional.empty() : Optional.of("NOT_A_NUMBER");
            }
        };
    }
}
