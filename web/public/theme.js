// Runs before the first paint, so that a chosen theme and language never flash the other one.
{
  const theme = localStorage.getItem("dopys.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem("dopys.language");
  if (language === "uk" || language === "en") document.documentElement.lang = language;
}
