export function AttentionScreen() {
  return null
}
