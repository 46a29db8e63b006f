package io.weir.tenancy.api;

import java.util.Currency;
import java.util.Optional;

/**
 * What one of a tenant's settings may say: a CDI bean of the module that reads it. Asked when a tenant is defined, so
 * that what cannot be read is refused where it is set, and not found out when something depends on it.
 */
public interface SettingRule {
    String key();

    /**
     * @param currency the tenant's
     * @return the message code of what is wrong with it, such as {@code NOT_A_NUMBER}; empty when nothing is
     */
    Optional<String> fault(String value, Currency currency);
}
