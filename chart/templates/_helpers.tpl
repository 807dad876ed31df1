{{- define "pilothouse.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 53 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 53 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Cluster-wide objects of two releases must not meet. */}}
{{- define "pilothouse.clusterName" -}}
{{- printf "%s-%s" .Release.Namespace (include "pilothouse.name" .) -}}
{{- end -}}

{{- define "pilothouse.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (include "pilothouse.name" .) -}}
{{- end -}}

{{- define "pilothouse.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "pilothouse.labels" -}}
{{ include "pilothouse.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/component: console
app.kubernetes.io/part-of: {{ .Chart.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- end -}}

{{- define "pilothouse.usersSecret" -}}
{{- .Values.existingUsersSecret | default (printf "%s-users" (include "pilothouse.name" .)) -}}
{{- end -}}

{{- define "pilothouse.spoolClaim" -}}
{{- .Values.audit.spool.persistence.existingClaim | default (printf "%s-audit" (include "pilothouse.name" .)) -}}
{{- end -}}

{{/* The console's application.yaml: what the values name, and over it what stands below config. */}}
{{- define "pilothouse.settings" -}}
{{- $clusters := list -}}
{{- range .Values.kafka.clusters -}}
{{- $cluster := dict "name" .name "bootstrap-servers" .bootstrapServers -}}
{{- with .namespace -}}{{- $_ := set $cluster "namespace" . -}}{{- end -}}
{{- with .properties -}}
{{- $properties := dict -}}
{{- range $key, $value := . -}}{{- $_ := set $properties (printf "[%s]" $key) $value -}}{{- end -}}
{{- $_ := set $cluster "properties" $properties -}}
{{- end -}}
{{- $clusters = append $clusters $cluster -}}
{{- end -}}
{{- $audit := dict "required" .Values.audit.required "topic" .Values.audit.topic -}}
{{- $_ := set $audit "replication-factor" .Values.audit.replicationFactor -}}
{{- $_ := set $audit "retention" .Values.audit.retention -}}
{{- with .Values.audit.cluster -}}{{- $_ := set $audit "cluster" . -}}{{- end -}}
{{- $pilothouse := dict "audit" $audit -}}
{{- if $clusters -}}{{- $_ := set $pilothouse "kafka" (dict "clusters" $clusters) -}}{{- end -}}
{{- with .Values.prometheus.url -}}{{- $_ := set $pilothouse "prometheus" (dict "url" .) -}}{{- end -}}
{{- toYaml (mergeOverwrite (dict "pilothouse" $pilothouse) (deepCopy .Values.config)) -}}
{{- end -}}
