package io.weir.webadmin;

import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Plan;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The fields of a plan as they are typed. Price and features stay text until they are read without doubt. */
public class PlanForm {
    static final PlanDraft ON_SALE_AGAIN =
            new PlanDraft(null, null, null, null, null, null, null, null, null, null, null, null, null, true, null);
    private static final String REFUSE = "refuse";
    private static final String SHARE = "share";
    private static final int MOST_PERCENT = 1000;
    private static final int THIRTY_DAYS = 30;

    private String name;
    private String description;
    private String price;
    private String currency;
    private String interval;
    private Integer durationDays;
    private Long apiLimit;
    private Integer requestsPerMinute;
    private Integer maxVirtualPortfolios;
    private String features;
    private String overageRule = REFUSE;
    private Integer overagePercent;
    private Integer trialDays;
    private String family;
    private String renewal;
    private String charges;
    private String minimum;

    /** @param decimals of the tenant's meters */
    void fill(Plan plan, Map<String, Integer> decimals) {
        trialDays = plan.trialDays();
        family = plan.family().equals(plan.slug()) ? null : plan.family();
        renewal = plan.renewal().word();
        charges = ChargeText.write(plan.pricing().charges().stream().map(ChargeDraft::of).toList(), decimals);
        minimum = plan.pricing().minimum().map(money -> money.major().toPlainString()).orElse(null);
        name = plan.name();
        description = plan.description();
        price = plan.price().major().toPlainString();
        currency = plan.price().currency().getCurrencyCode();
        interval = plan.term().interval();
        durationDays = plan.term().days().isPresent() ? plan.term().days().getAsInt() : null;
        apiLimit = plan.apiLimit().orElse(null);
        requestsPerMinute = plan.requestsPerMinute();
        maxVirtualPortfolios = plan.maxVirtualPortfolios().isPresent() ? plan.maxVirtualPortfolios().getAsInt() : null;
        features = FeatureText.write(plan.features());
        var percent = plan.overage().percent();
        boolean share = percent.isPresent() && percent.getAsInt() > 0;
        overageRule = share ? SHARE : plan.overage().word();
        overagePercent = share ? percent.getAsInt() : null;
    }

    void blank(Currency usual) {
        currency = usual.getCurrencyCode();
        interval = "days";
        durationDays = THIRTY_DAYS;
        requestsPerMinute = 0;
        trialDays = 0;
        renewal = Plan.Renewal.NONE.word();
        features = FeatureText.write(Map.of());
    }

    PlanDraft draft(BigDecimal amount, Map<String, Object> abilities, List<ChargeDraft> prices) {
        var least = minimum == null ? BigDecimal.ZERO : Amounts.read(minimum, currency).orElse(BigDecimal.ZERO);
        return new PlanDraft(null, name, description == null ? "" : description, amount, currency, interval,
                durationDays, maxVirtualPortfolios, apiLimit, null, requestsPerMinute, null, abilities, null,
                overage(), trialDays == null ? 0 : trialDays, family == null ? "" : family, renewal, prices, least);
    }

    boolean isOverageReadable() {
        return !SHARE.equals(overageRule)
                || overagePercent != null && overagePercent >= 1 && overagePercent <= MOST_PERCENT;
    }

    boolean isMinimumReadable() {
        return minimum == null || Amounts.read(minimum, currency).isPresent();
    }

    private String overage() {
        return SHARE.equals(overageRule) ? overagePercent + "%" : overageRule;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getInterval() {
        return interval;
    }

    public void setInterval(String interval) {
        this.interval = interval;
    }

    public Integer getDurationDays() {
        return durationDays;
    }

    public void setDurationDays(Integer durationDays) {
        this.durationDays = durationDays;
    }

    public Long getApiLimit() {
        return apiLimit;
    }

    public void setApiLimit(Long apiLimit) {
        this.apiLimit = apiLimit;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Integer getMaxVirtualPortfolios() {
        return maxVirtualPortfolios;
    }

    public void setMaxVirtualPortfolios(Integer maxVirtualPortfolios) {
        this.maxVirtualPortfolios = maxVirtualPortfolios;
    }

    public String getFeatures() {
        return features;
    }

    public void setFeatures(String features) {
        this.features = features;
    }

    public String getOverageRule() {
        return overageRule;
    }

    public void setOverageRule(String overageRule) {
        this.overageRule = overageRule;
    }

    public Integer getOveragePercent() {
        return overagePercent;
    }

    public void setOveragePercent(Integer overagePercent) {
        this.overagePercent = overagePercent;
    }

    public Integer getTrialDays() {
        return trialDays;
    }

    public void setTrialDays(Integer trialDays) {
        this.trialDays = trialDays;
    }

    public String getFamily() {
        return family;
    }

    public void setFamily(String family) {
        this.family = family;
    }

    public String getRenewal() {
        return renewal;
    }

    public void setRenewal(String renewal) {
        this.renewal = renewal;
    }

    public String getCharges() {
        return charges;
    }

    public void setCharges(String charges) {
        this.charges = charges;
    }

    public String getMinimum() {
        return minimum;
    }

    public void setMinimum(String minimum) {
        this.minimum = minimum;
    }
}
