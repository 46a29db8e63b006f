package io.weir.webadmin;

import io.weir.metering.api.GatewayRoute;
import java.util.Optional;

/** A metering rule as it is typed. */
public class RuleRow {
    private static final String ANY = "*";

    private String method = ANY;
    private String path;
    private String units;
    private String answerField;

    static RuleRow of(GatewayRoute.Rule rule) {
        var row = new RuleRow();
        row.method = rule.method();
        row.path = rule.path();
        row.units = Quantities.plain(rule.units());
        row.answerField = rule.answerField().orElse(null);
        return row;
    }

    /** A method alone says nothing. */
    boolean blank() {
        return path == null && units == null && answerField == null;
    }

    boolean readable() {
        return blank() || path != null && Quantities.number(units).isPresent();
    }

    GatewayRoute.Rule rule() {
        return new GatewayRoute.Rule(method, path.strip(), Quantities.number(units).orElseThrow(),
                Optional.ofNullable(answerField).map(String::strip));
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getUnits() {
        return units;
    }

    public void setUnits(String units) {
        this.units = units;
    }

    public String getAnswerField() {
        return answerField;
    }

    public void setAnswerField(String answerField) {
        this.answerField = answerField;
    }
}
