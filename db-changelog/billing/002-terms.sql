--liquibase formatted sql

--changeset weir:billing-002-terms splitStatements:true endDelimiter:;
--comment: How a tenant bills: coupons, taxes, seller and deadlines as its catalogue says. Each change is a row; the highest version is in force.
CREATE TABLE billing_terms (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  version_no INT NOT NULL,
  terms JSON NOT NULL,
  since DATETIME(3) NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_billing_terms_version UNIQUE (tenant_id, version_no),
  CONSTRAINT ck_billing_terms_version CHECK (version_no >= 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE billing_terms;
